package org.pingyi.intake.ballot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.intake.ballot.form.VerifiedSource;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.ballot.tally.Tally;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the store says about ballots: counts, histograms, opinions. */
@Component
class BallotCounts {

	// One statement, one snapshot: a ballot that moves meanwhile is never in neither
	// table.
	private static final String STATE = """
			select case when exists (select from ballot_receipt where receipt_hash = :hash) then 'SEALED'
				when exists (select from ballot_waiting where mark = :mark) then 'WAITING'
				when exists (select from ballot_altered where mark = :mark) then 'ALTERED'
				else 'UNKNOWN' end""";

	private static final String PARTICIPATION = """
			select channel, unit_id as unit, rater_class, cast(sum(count) as bigint) as ballots from ballot_tally
			where cycle_id = :cycle and item = 0 group by channel, unit_id, rater_class""";

	private static final String COUNTERS = """
			select (select count(*) from ballot_right where cycle_id = :cycle) as rights,
				(select count(*) from ballot_waiting where cycle_id = :cycle) as waiting,
				(select count(*) from ballot_sealed where cycle_id = :cycle) as ballots,
				(select count(*) from ballot_receipt where cycle_id = :cycle) as receipts,
				(select coalesce(sum(count), 0) from ballot_tally where cycle_id = :cycle and item = 0) as tallied,
				(select coalesce(sum(tally.count), 0) from ballot_apart apart join ballot_tally tally
					using (cycle_id, channel, unit_id, signals)
					where apart.cycle_id = :cycle and apart.approved and tally.item = 0) as apart,
				(select count(*) from ballot_altered where cycle_id = :cycle) as altered,
				0 as verified""";

	private static final String TALLIES = """
			select channel, unit_id as unit, rater_class, signals, item, code, count from ballot_tally
			where cycle_id = :cycle order by channel, unit_id, rater_class, signals, item, code""";

	private static final String OPINIONS = """
			select id, unit_id as unit, channel, text, may_forward from ballot_opinion
			where cycle_id = :cycle and unit_id = :unit order by id""";

	private final JdbcClient jdbc;

	private final WaitingBallots waiting;

	private final Pseudonyms pseudonyms;

	private final ObjectProvider<VerifiedSource> verified;

	BallotCounts(JdbcClient jdbc, WaitingBallots waiting, Pseudonyms pseudonyms, ObjectProvider<VerifiedSource> verified) {
		this.verified = verified;
		this.jdbc = jdbc;
		this.waiting = waiting;
		this.pseudonyms = pseudonyms;
	}

	/** All in one statement, so that a seal meanwhile does not blur them. */
	Counters counters(long cycle) {
		return this.jdbc.sql(COUNTERS)
			.param("cycle", cycle)
			.query(Counters.class)
			.single()
			.with(this.verified.orderedStream().mapToLong((door) -> door.verified(cycle)).sum());
	}

	/** The place of a receipt in its log and the cycle it belongs to. */
	Optional<Placed> receipt(byte[] receiptHash) {
		return this.jdbc.sql("select cycle_id as cycle, position, leaf from ballot_receipt where receipt_hash = ?")
			.param(receiptHash)
			.query((row, number) -> new Placed(row.getLong(1), row.getLong(2), row.getBytes(3)))
			.optional();
	}

	/** A leaf of the log of receipts. */
	record Placed(long cycle, long position, byte[] leaf) {
	}

	ReceiptState state(byte[] receiptHash) {
		return this.jdbc.sql(STATE)
			.param("hash", receiptHash)
			.param("mark", SignedBallot.mark(receiptHash, this.pseudonyms))
			.query(ReceiptState.class)
			.single();
	}

	/** Sealed and waiting ballots together, in one snapshot. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	List<Participation> participation(long cycle) {
		Map<Participation, Long> counts = new TreeMap<>(Participation.ORDER);
		this.jdbc.sql(PARTICIPATION)
			.param("cycle", cycle)
			.query(Participation.class)
			.list()
			.forEach((sealed) -> counts.merge(sealed.of(0), sealed.ballots(), Long::sum));
		this.waiting.ballots(cycle)
			.forEach((ballot) -> counts
				.merge(new Participation(ballot.channel(), ballot.unit(), ballot.raterClass(), 0), 1L, Long::sum));
		return counts.entrySet().stream().map((row) -> row.getKey().of(row.getValue())).toList();
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
