package org.pingyi.intake.ballot;

import org.pingyi.rules.cycle.CycleClosed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves waiting ballots, shuffled, into the sealed ones and counts them in the same
 * transaction; one sealer at a time over all nodes.
 */
@Component
class Sealer {

	private static final Logger logger = LoggerFactory.getLogger(Sealer.class);

	private static final String ONE_AT_A_TIME = """
			select pg_advisory_xact_lock(hashtext('ballot.seal'), cast(:cycle as int)) is null""";

	// The leaf is an RFC 6962 leaf hash over the ballot in words that any verifier can
	// write.
	private static final String SEAL = """
			with batch as (
				delete from ballot_intake where cycle_id = :cycle returning *
			), placed as (
				insert into ballot_sealed (cycle_id, position, channel, unit_id, rater_class, signals,
					a1, a2, a3, a4, receipt_hash, leaf)
				select cycle_id, :next + row_number() over (order by gen_random_uuid()), channel, unit_id,
					rater_class, signals, a1, a2, a3, a4, receipt_hash,
					sha256('\\x00'::bytea || convert_to(concat_ws('|', 'pingyi-ballot/1', cycle_id, channel,
						unit_id, rater_class, signals, a1, a2, a3, a4, encode(receipt_hash, 'hex')), 'UTF8'))
				from batch
			), answered as (
				select batch.*, 0 as item, 0 as code from batch
				union all
				select batch.*, number, ((case (number - 1) / 6 when 0 then a1 when 1 then a2 when 2 then a3 else a4 end
					>> ((number - 1) % 6 * 10)) & 1023)::int - 1
				from batch cross join generate_series(1, 24) number
			), counted as (
				insert into ballot_tally as tally
					(cycle_id, channel, unit_id, rater_class, signals, item, code, count)
				select cycle_id, channel, unit_id, rater_class, signals, item, code, count(*)
				from answered where code >= 0 group by 1, 2, 3, 4, 5, 6, 7
				on conflict (cycle_id, channel, unit_id, rater_class, signals, item, code)
				do update set count = tally.count + excluded.count
			)
			select count(*) from batch""";

	private static final String SEAL_OPINIONS = """
			with batch as (delete from ballot_opinion_intake where cycle_id = :cycle returning *)
			insert into ballot_opinion (id, cycle_id, channel, unit_id, text, may_forward)
			select id, cycle_id, channel, unit_id, text, may_forward from batch order by gen_random_uuid()""";

	private final JdbcClient jdbc;

	Sealer(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Inside the closing transaction, so that a closed cycle has nothing unsealed. */
	@EventListener
	@Transactional
	public void onClosed(CycleClosed closed) {
		seal(closed.cycle());
	}

	/**
	 * Seals all that waits as one batch: the larger it is, the less its order says.
	 * @return how many ballots it sealed
	 */
	@Transactional
	public long seal(long cycle) {
		this.jdbc.sql(ONE_AT_A_TIME).param("cycle", cycle).query(Boolean.class).single();
		long next = this.jdbc.sql("select coalesce(max(position), -1) from ballot_sealed where cycle_id = :cycle")
			.param("cycle", cycle)
			.query(Long.class)
			.single();
		long sealed = this.jdbc.sql(SEAL).param("cycle", cycle).param("next", next).query(Long.class).single();
		this.jdbc.sql(SEAL_OPINIONS).param("cycle", cycle).update();
		logger.info("Sealed {} ballots of cycle {}", sealed, cycle);
		return sealed;
	}

}
