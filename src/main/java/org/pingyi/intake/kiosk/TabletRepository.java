package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The registered tablets. */
interface TabletRepository extends Repository<TabletEntity, Long> {

	TabletEntity save(TabletEntity tablet);

	List<TabletEntity> findAllByOrderByIdDesc();

	Optional<TabletEntity> findById(long id);

	Optional<TabletEntity> findByPairingHashAndPairingUntilAfterAndRevokedFalse(String hash, Instant now);

	Optional<TabletEntity> findByDeviceHashAndRevokedFalse(String hash);

	@Query("select id from TabletEntity where pairingHash = :hash")
	Optional<Long> findIdByPairingHash(String hash);

	/** Keeps everybody else from changing a tablet until the transaction ends. */
	@Query(value = "select id from kiosk_tablet where id = :id for update", nativeQuery = true)
	Optional<Long> lock(long id);

	/** Those from before there were seals; of nodes that start at once one gets them. */
	@Query(value = "delete from kiosk_unsealed returning tablet_id", nativeQuery = true)
	List<Long> takeUnsealed();

	@Modifying
	@Query("update TabletEntity set forms = forms + 1, lastUsedOn = :day where id = :id")
	void countForm(long id, LocalDate day);

}
