package org.pingyi.intake.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import org.pingyi.intake.ballot.log.BallotArrays;
import org.pingyi.intake.ballot.log.Merkle;
import org.pingyi.intake.ballot.tally.Tally;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends a batch by plain JDBC, one statement for each table with arrays for its rows: a
 * batch has 5,000 ballots, and is sealed while others vote
 * (src/docs/decisions/0010-one-statement.md).
 */
class SealedBatchImpl implements SealedBatch {

	private static final String BALLOTS = """
			insert into ballot_sealed (cycle_id, position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, leaf)
			select :cycle, position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, leaf
			from unnest(:positions, :channels, :units, :classes, :signals, :a1, :a2, :a3, :a4, :leaves)
				as given (position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, leaf)""";

	private static final String RECEIPTS = """
			insert into ballot_receipt (cycle_id, position, receipt_hash, leaf)
			select :cycle, position, receipt_hash, leaf
			from unnest(:positions, :hashes, :leaves) as given (position, receipt_hash, leaf)""";

	private static final String OPINIONS = """
			insert into ballot_opinion (id, cycle_id, channel, unit_id, text, may_forward)
			select id, :cycle, channel, unit_id, text, may_forward
			from unnest(:ids, :channels, :units, :texts, :forwards) as given (id, channel, unit_id, text, may_forward)
			order by id""";

	private static final String TALLIES = """
			insert into ballot_tally as tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
			select :cycle, channel, unit_id, rater_class, signals, item, code, count
			from unnest(:channels, :units, :classes, :signals, :items, :codes, :counts)
				as given (channel, unit_id, rater_class, signals, item, code, count)
			on conflict (cycle_id, channel, unit_id, rater_class, signals, item, code)
			do update set count = tally.count + excluded.count""";

	private final JdbcClient jdbc;

	private final BallotArrays arrays;

	private final Merkle merkle;

	SealedBatchImpl(JdbcClient jdbc, BallotArrays arrays, Merkle merkle) {
		this.jdbc = jdbc;
		this.arrays = arrays;
		this.merkle = merkle;
	}

	private record Placed(long position, WaitingBallot ballot, byte[] leaf) {
	}

	/** What a leaf of the log of ballots is the hash of; any verifier can write it. */
	static String entry(long cycle, long position, WaitingBallot ballot) {
		PackedAnswers answers = ballot.answers();
		return String.join("|", "pingyi-ballot/1", String.valueOf(cycle), String.valueOf(position), ballot.channel(),
				String.valueOf(ballot.unit()), ballot.raterClass(), String.valueOf(ballot.signals()),
				String.valueOf(answers.a1()), String.valueOf(answers.a2()), String.valueOf(answers.a3()),
				String.valueOf(answers.a4()));
	}

	@Override
	public void ballots(long cycle, long from, List<WaitingBallot> ballots) {
		List<Placed> placed = new ArrayList<>();
		for (WaitingBallot ballot : ballots) {
			long position = from + placed.size();
			placed.add(new Placed(position, ballot, this.merkle.leaf(entry(cycle, position, ballot))));
		}
		this.jdbc.sql(BALLOTS)
			.param("cycle", cycle)
			.param("positions", this.arrays.of("bigint", placed, Placed::position))
			.param("channels", this.arrays.of("text", placed, (row) -> row.ballot().channel()))
			.param("units", this.arrays.of("bigint", placed, (row) -> row.ballot().unit()))
			.param("classes", this.arrays.of("text", placed, (row) -> row.ballot().raterClass()))
			.param("signals", this.arrays.of("int", placed, (row) -> row.ballot().signals()))
			.param("a1", this.arrays.of("bigint", placed, (row) -> row.ballot().answers().a1()))
			.param("a2", this.arrays.of("bigint", placed, (row) -> row.ballot().answers().a2()))
			.param("a3", this.arrays.of("bigint", placed, (row) -> row.ballot().answers().a3()))
			.param("a4", this.arrays.of("bigint", placed, (row) -> row.ballot().answers().a4()))
			.param("leaves", this.arrays.of("bytea", placed, Placed::leaf))
			.update();
	}

	@Override
	public void receipts(long cycle, long from, List<byte[]> receipts) {
		for (int first = 0; first < receipts.size(); first += Sealer.MOST) {
			List<byte[]> some = receipts.subList(first, Math.min(first + Sealer.MOST, receipts.size()));
			this.jdbc.sql(RECEIPTS)
				.param("cycle", cycle)
				.param("positions",
						this.arrays.of("bigint",
								LongStream.range(from + first, from + first + some.size()).boxed().toList(),
								(position) -> position))
				.param("hashes", this.arrays.of("bytea", some, (hash) -> hash))
				.param("leaves", this.arrays.of("bytea", some, this.merkle::leaf))
				.update();
		}
	}

	@Override
	public void opinions(long cycle, List<WaitingOpinion> opinions) {
		List<WaitingOpinion> said = opinions.stream().filter((opinion) -> !opinion.isNone()).toList();
		if (!said.isEmpty()) {
			this.jdbc.sql(OPINIONS)
				.param("cycle", cycle)
				.param("ids", this.arrays.of("uuid", said, (opinion) -> UUID.randomUUID()))
				.param("channels", this.arrays.of("text", said, WaitingOpinion::channel))
				.param("units", this.arrays.of("bigint", said, WaitingOpinion::unit))
				.param("texts", this.arrays.of("text", said, WaitingOpinion::text))
				.param("forwards", this.arrays.of("boolean", said, WaitingOpinion::mayForward))
				.update();
		}
	}

	@Override
	public void tallies(long cycle, Map<Tally, Long> counts) {
		List<Map.Entry<Tally, Long>> bars = counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey(Tally.ORDER))
			.toList();
		this.jdbc.sql(TALLIES)
			.param("cycle", cycle)
			.param("channels", this.arrays.of("text", bars, (bar) -> bar.getKey().channel()))
			.param("units", this.arrays.of("bigint", bars, (bar) -> bar.getKey().unit()))
			.param("classes", this.arrays.of("text", bars, (bar) -> bar.getKey().raterClass()))
			.param("signals", this.arrays.of("int", bars, (bar) -> bar.getKey().signals()))
			.param("items", this.arrays.of("int", bars, (bar) -> bar.getKey().item()))
			.param("codes", this.arrays.of("int", bars, (bar) -> bar.getKey().code()))
			.param("counts", this.arrays.of("bigint", bars, Map.Entry::getValue))
			.update();
	}

}
