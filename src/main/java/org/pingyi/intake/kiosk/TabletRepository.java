package org.pingyi.intake.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The registered tablets; of two changes at once, the condition lets one through. */
interface TabletRepository extends Repository<TabletEntity, Long> {

	TabletEntity save(TabletEntity tablet);

	List<TabletEntity> findAllByOrderByIdDesc();

	Optional<TabletEntity> findById(long id);

	Optional<TabletEntity> findByPairingHashAndPairingUntilAfterAndRevokedFalse(String hash, Instant now);

	Optional<TabletEntity> findByDeviceHashAndRevokedFalse(String hash);

	/** Returns 0 for a tablet that was revoked meanwhile. */
	@Modifying
	@Query("""
			update TabletEntity set pairingHash = :hash, pairingUntil = :until, deviceHash = null
			where id = :id and not revoked""")
	int awaitPairing(long id, String hash, Instant until);

	/** Returns 0 when the link is gone: of two devices at once only one is paired. */
	@Modifying
	@Query("""
			update TabletEntity set pairingHash = null, pairingUntil = null, deviceHash = :device
			where id = :id and pairingHash = :pairing""")
	int pair(long id, String pairing, String device);

	/** Returns 0 when it was revoked before. */
	@Modifying
	@Query("""
			update TabletEntity set revoked = true, pairingHash = null, deviceHash = null
			where id = :id and not revoked""")
	int revoke(long id);

	@Modifying
	@Query("update TabletEntity set forms = forms + 1, lastUsedOn = :day where id = :id")
	void countForm(long id, LocalDate day);

}
