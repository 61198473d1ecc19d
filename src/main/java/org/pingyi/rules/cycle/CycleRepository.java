package org.pingyi.rules.cycle;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.JpaRepository;

/** Stored cycles. */
interface CycleRepository extends JpaRepository<StoredCycle, Long> {

	Optional<StoredCycle> findByCode(String code);

	Optional<StoredCycle> findFirstByPhaseOrderByIdDesc(Phase phase);

	@Query("select c from StoredCycle c order by c.opensOn desc, c.id desc")
	List<StoredCycle> newestFirst();

	/** Waits for ballots in flight, and keeps new ones waiting. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from StoredCycle c where c.id = :id")
	Optional<StoredCycle> findAndLock(long id);

}
