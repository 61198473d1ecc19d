package org.pingyi.rules.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The cycles. */
interface CycleRepository extends Repository<CycleEntity, Long> {

	CycleEntity saveAndFlush(CycleEntity cycle);

	void flush();

	Optional<Cycle> findCycleById(long id);

	Optional<Cycle> findByCode(String code);

	Optional<Cycle> findFirstByPhaseOrderByIdDesc(Phase phase);

	List<Cycle> findAllByOrderByOpensOnDescIdDesc();

	List<Cycle> findByPhaseOrderById(Phase phase);

	/**
	 * Whether nobody else, on whatever node, finishes the close of a cycle; until the
	 * transaction ends nobody else will.
	 */
	@Query(nativeQuery = true, value = """
			select pg_try_advisory_xact_lock(hashtext('cycle.closing'), cast(:cycle as int))""")
	boolean tryTurn(long cycle);

	/**
	 * Waits for ballots in flight, and keeps new ones waiting. Nothing else reads the
	 * entity, so that a transaction which read the cycle before it waited sees the phase
	 * of now.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from CycleEntity c where c.id = :id")
	Optional<CycleEntity> findAndLock(long id);

	/**
	 * Holds a cycle against every step until the transaction ends; shared by all who hold
	 * it.
	 */
	@Query(value = "select id from cycle_cycle where id = :id for share", nativeQuery = true)
	Optional<Long> hold(long id);

	/** Holds it, and says whether it takes ballots on a day; empty when there is none. */
	@Query(value = "select cycle_takes_ballots(:id, :day)", nativeQuery = true)
	Optional<Boolean> holdOpen(long id, LocalDate day);

	/** The units that a draft leaves out. */
	@Query("select unit from CycleEntity c join c.absent unit where c.id = :id")
	Set<Long> absentUnits(long id);

}
