package org.pingyi.intake.ballot;

import java.util.stream.Stream;

import jakarta.persistence.QueryHint;
import org.hibernate.jpa.HibernateHints;

import org.pingyi.intake.ballot.tally.Counters;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Sealed ballots; only appended, batch by batch. */
interface SealedBallotRepository extends Repository<SealedBallotEntity, SealedBallotEntity.Key>, SealedBatch {

	/**
	 * Waits until nobody else seals the cycle, on whatever node, until the transaction
	 * ends.
	 */
	@Query(nativeQuery = true, value = """
			select pg_advisory_xact_lock(hashtext('ballot.seal'), cast(:cycle as int)) is null""")
	boolean lock(long cycle);

	@Query("select coalesce(max(b.position) + 1, 0) from SealedBallotEntity b where b.cycle = :cycle")
	long nextPosition(long cycle);

	@Query(nativeQuery = true, value = "select count(*) from ballot_right where cycle_id = :cycle")
	long rights(long cycle);

	/** All in one statement, so that a seal meanwhile does not blur them. */
	@Query(nativeQuery = true,
			value = """
					select (select count(*) from ballot_right where cycle_id = :cycle) as rights,
						(select count(*) from ballot_waiting where cycle_id = :cycle) as waiting,
						(select count(*) from ballot_sealed where cycle_id = :cycle) as ballots,
						(select count(*) from ballot_receipt where cycle_id = :cycle) as receipts,
						(select cast(coalesce(sum(count), 0) as bigint) from ballot_tally
							where cycle_id = :cycle and item = 0) as tallied,
						(select cast(coalesce(sum(tally.count), 0) as bigint) from ballot_exclusion excluded join ballot_tally tally
							using (cycle_id, channel, unit_id, signals)
							where excluded.cycle_id = :cycle and excluded.state = 'APPROVED' and tally.item = 0) as excluded,
						(select count(*) from ballot_altered where cycle_id = :cycle) as altered,
						cast(0 as bigint) as verified""")
	Counters counters(long cycle);

	/**
	 * All of a cycle: position, channel, unit, rater class, signals, packed answers,
	 * leaf.
	 */
	@Query("""
			select b.position, b.channel, b.unit, b.raterClass, b.signals, b.a1, b.a2, b.a3, b.a4, b.leaf
			from SealedBallotEntity b where b.cycle = :cycle order by b.position""")
	@QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
	Stream<Object[]> rows(long cycle);

}
