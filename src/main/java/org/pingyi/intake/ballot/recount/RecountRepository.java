package org.pingyi.intake.ballot.recount;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stored recounts; one of a cycle at most is running. */
interface RecountRepository extends Repository<RecountEntity, Long> {

	/** 0 when one of the cycle is running. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into ballot_recount (cycle_id, state, started_by, started_at)
			values (:cycle, 'RUNNING', :by, :at) on conflict do nothing""")
	int insert(long cycle, String by, Instant at);

	/** The newest of a cycle, newest first. */
	@Query(nativeQuery = true, value = """
			select id, state, started_by, started_at,
				case state when 'RUNNING' then coalesce((select progress.ballots from ballot_recount_progress progress
					where progress.recount_id = id), 0) else ballots end as ballots,
				case state when 'RUNNING' then (select coalesce(max(position) + 1, 0) from ballot_sealed sealed
					where sealed.cycle_id = recount.cycle_id) else ballots end as total,
				signed, differing, millis
			from ballot_recount recount where cycle_id = :cycle order by id desc limit :most""")
	List<Row> newest(long cycle, int most);

	/** A stored recount. */
	interface Row {

		long getId();

		String getState();

		String getStartedBy();

		Instant getStartedAt();

		long getBallots();

		long getTotal();

		long getSigned();

		long getDiffering();

		long getMillis();

	}

	@Query("select r.id from RecountEntity r where r.state = RUNNING order by r.id")
	List<Long> running();

	/**
	 * The cycle and the starter of a recount that runs nowhere: until the transaction
	 * ends nobody else, on whatever node, runs it. Its key is not locked: the progress
	 * that is noted meanwhile refers to it.
	 */
	@Query(nativeQuery = true, value = """
			select cycle_id as cycle, started_by as startedBy from ballot_recount
			where id = :id and state = 'RUNNING' for no key update skip locked""")
	Optional<Turn> tryTurn(long id);

	/** What whoever runs a recount needs to know of it. */
	interface Turn {

		long getCycle();

		String getStartedBy();

	}

	/** Notes that it is begun, from the first ballot on, and how often it was. */
	@Query(nativeQuery = true, value = """
			insert into ballot_recount_progress as progress (recount_id, begun, ballots) values (:id, 1, 0)
			on conflict (recount_id) do update set begun = progress.begun + 1, ballots = 0 returning begun""")
	int begin(long id);

	@Modifying
	@Query(nativeQuery = true,
			value = "update ballot_recount_progress set ballots = ballots + :more where recount_id = :id")
	void progress(long id, long more);

	@Modifying
	@Query("""
			update RecountEntity r set r.state = :state, r.ballots = :ballots, r.signed = :signed,
				r.differing = :differing, r.millis = :millis
			where r.id = :id""")
	void end(long id, RecountState state, long ballots, long signed, long differing, long millis);

	/** The first and the last position of a cycle; null of none. */
	@Query(nativeQuery = true,
			value = "select min(position) as first, max(position) as last from ballot_sealed where cycle_id = :cycle")
	Positions positions(long cycle);

	/** Where the ballots of a cycle lie. */
	interface Positions {

		@Nullable Long getFirst();

		@Nullable Long getLast();

	}

}
