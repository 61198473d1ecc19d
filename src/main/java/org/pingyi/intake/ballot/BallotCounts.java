package org.pingyi.intake.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the store says about ballots: counts, histograms, opinions. */
@Component
class BallotCounts {

	// One statement, one snapshot: a ballot that moves meanwhile is never in neither
	// table.
	private static final String STATE = """
			select case when exists (select from ballot_sealed where receipt_hash = :hash) then 'SEALED'
				when exists (select from ballot_intake where receipt_hash = :hash) then 'WAITING'
				else 'UNKNOWN' end""";

	private static final String PARTICIPATION = """
			select channel, unit_id as unit, rater_class, cast(sum(count) as bigint) as ballots from (
				select channel, unit_id, rater_class, count from ballot_tally where cycle_id = :cycle and item = 0
				union all
				select channel, unit_id, rater_class, 1 from ballot_intake where cycle_id = :cycle
			) counted
			group by channel, unit_id, rater_class order by channel, unit_id, rater_class""";

	private static final String TALLIES = """
			select channel, unit_id as unit, rater_class, signals, item, code, count from ballot_tally
			where cycle_id = :cycle order by channel, unit_id, rater_class, signals, item, code""";

	private static final String OPINIONS = """
			select id, unit_id as unit, channel, text, may_forward from ballot_opinion
			where cycle_id = :cycle and unit_id = :unit order by id""";

	private final JdbcClient jdbc;

	BallotCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	ReceiptState state(byte[] receiptHash) {
		return this.jdbc.sql(STATE).param("hash", receiptHash).query(ReceiptState.class).single();
	}

	List<Participation> participation(long cycle) {
		return this.jdbc.sql(PARTICIPATION).param("cycle", cycle).query(Participation.class).list();
	}

	List<Tally> tallies(long cycle) {
		return this.jdbc.sql(TALLIES).param("cycle", cycle).query(Tally.class).list();
	}

	List<WrittenOpinion> opinions(long cycle, long unit) {
		return this.jdbc.sql(OPINIONS).param("cycle", cycle).param("unit", unit).query(WrittenOpinion.class).list();
	}

	Map<Long, Long> opinionCounts(long cycle) {
		Map<Long, Long> counts = new HashMap<>();
		this.jdbc.sql("select unit_id, count(*) from ballot_opinion where cycle_id = ? group by unit_id")
			.param(cycle)
			.query((row) -> {
				counts.put(row.getLong(1), row.getLong(2));
			});
		return counts;
	}

}
