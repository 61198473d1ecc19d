package org.pingyi.intake.ballot;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.log.SignedRecords;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Exclusion;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.Tallies;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.stereotype.Component;

/**
 * Writes what the store holds of a cycle as files from which it can be counted again;
 * {@code src/docs/audit-files.md} describes their columns.
 */
@Component
class LogFiles {

	private static final List<String> TALLY = List.of("channel", "unit", "unit_code", "rater_class", "signals", "item",
			"code", "count");

	/** The position of a year's head among its acts. */
	private static final Long HEAD = 0L;

	private final SealedBallotRepository sealed;

	private final BallotCounts counts;

	private final Tallies tallies;

	private final Exclusions exclusions;

	private final Logs logs;

	private final SignedRecords records;

	private final Cycles cycles;

	LogFiles(SealedBallotRepository sealed, BallotCounts counts, Tallies tallies, Exclusions exclusions, Logs logs,
			SignedRecords records, Cycles cycles) {
		this.records = records;
		this.sealed = sealed;
		this.counts = counts;
		this.tallies = tallies;
		this.exclusions = exclusions;
		this.logs = logs;
		this.cycles = cycles;
	}

	List<OutgoingFile> ofAuditor(long cycle) {
		Map<Long, String> codes = codes(cycle);
		return List.of(key(), checkpoints(cycle), acts(cycle, (position) -> true), ballots(cycle, codes),
				receipts(cycle), nodes(() -> this.logs.nodes(cycle)), tallies(codes, this.tallies.of(cycle)),
				counters(cycle), exclusions(cycle, codes), records(cycle));
	}

	List<OutgoingFile> published(long cycle, ToLongFunction<String> fewest) {
		return List.of(key(), checkpoints(cycle), acts(cycle, HEAD::equals), receipts(cycle),
				nodes(() -> this.logs.receiptNodes(cycle)),
				tallies(codes(cycle), Tally.discreet(this.tallies.of(cycle), fewest)), counters(cycle));
	}

	private Map<Long, String> codes(long cycle) {
		return this.cycles.participants(cycle).stream().collect(Collectors.toMap(Participant::unit, Participant::code));
	}

	private OutgoingFile key() {
		return OutgoingFile.text("key.txt", () -> this.logs.publicKey().line() + "\n");
	}

	private OutgoingFile checkpoints(long cycle) {
		return OutgoingFile.text("checkpoints.txt",
				() -> this.logs.checkpoints(cycle)
					.stream()
					.map((checkpoint) -> checkpoint.line() + "\n")
					.collect(Collectors.joining()));
	}

	/**
	 * The head and the acts of a year.
	 * @param told the positions whose entries say what was done and by whom; of others
	 * the leaves are given
	 */
	private OutgoingFile acts(long cycle, Predicate<Object> told) {
		return OutgoingFile.table("acts.csv", List.of("position", "entry", "leaf"),
				(row) -> each(this.logs.acts(cycle), (cells) -> {
					row.accept(List.of(cells[0], told.test(cells[0]) ? cells[1] : "", cells[2]));
				}));
	}

	private OutgoingFile ballots(long cycle, Map<Long, String> codes) {
		List<String> columns = List.of("position", "channel", "unit", "unit_code", "rater_class", "signals", "a1", "a2",
				"a3", "a4", "leaf");
		return OutgoingFile.table("ballots.csv", columns, (row) -> each(this.sealed.rows(cycle), (cells) -> {
			String code = codes.getOrDefault((Long) cells[2], "");
			row.accept(List.of(cells[0], cells[1], cells[2], code, cells[3], cells[4], cells[5], cells[6], cells[7],
					cells[8], cells[9]));
		}));
	}

	private OutgoingFile receipts(long cycle) {
		return OutgoingFile.table("receipts.csv", List.of("position", "receipt_hash", "leaf"),
				(row) -> each(this.logs.receipts(cycle), (cells) -> row.accept(Arrays.asList(cells))));
	}

	private OutgoingFile nodes(Supplier<Stream<Object[]>> nodes) {
		return OutgoingFile.table("nodes.csv", List.of("log", "level", "index", "hash"),
				(row) -> each(nodes.get(), (cells) -> row.accept(Arrays.asList(cells))));
	}

	private OutgoingFile tallies(Map<Long, String> codes, List<Tally> tallies) {
		return OutgoingFile.table("tallies.csv", TALLY,
				(row) -> tallies
					.forEach((bar) -> row.accept(List.of(bar.channel(), bar.unit(), codes.getOrDefault(bar.unit(), ""),
							bar.raterClass(), bar.signals(), bar.item(), bar.code(), bar.count()))));
	}

	/** What was excluded, and by which two persons. */
	private OutgoingFile exclusions(long cycle, Map<Long, String> codes) {
		List<String> columns = List.of("channel", "unit", "unit_code", "signals", "proposed_by", "decided_by", "reason",
				"evidence");
		return OutgoingFile.table("apart.csv", columns,
				(row) -> this.exclusions.of(cycle)
					.stream()
					.filter(Exclusion::approved)
					.forEach((one) -> row.accept(Arrays.asList(one.channel(), one.unit(),
							codes.getOrDefault(one.unit(), ""), one.signals(), one.decision().proposedBy(),
							one.decision().decidedBy(), one.reason(), one.evidence()))));
	}

	/** What was decided and objected, as the tables tell it now. */
	private OutgoingFile records(long cycle) {
		List<String> columns = List.of("act", "subject", "proposed_by", "decided_by", "detail", "words");
		return OutgoingFile.table("decided.csv", columns, (row) -> this.records.of(cycle).forEach((recorded) -> {
			CycleAct act = recorded.act();
			row.accept(List.of(act.act(), act.subject(), act.proposedBy(), recorded.decidedBy(), act.detail(),
					act.words()));
		}));
	}

	private OutgoingFile counters(long cycle) {
		List<String> columns = List.of("rights", "waiting", "ballots", "receipts", "tallied", "set_apart", "opinions",
				"altered");
		return OutgoingFile.table("counters.csv", columns, (row) -> {
			Counters counters = this.counts.counters(cycle);
			long opinions = this.counts.opinions(cycle).values().stream().mapToLong(Long::longValue).sum();
			row.accept(List.of(counters.rights(), counters.waiting(), counters.ballots(), counters.receipts(),
					counters.tallied(), counters.excluded(), opinions, counters.altered()));
		});
	}

	/** Reads rows as they come, hashes in hexadecimal. */
	private static void each(Stream<Object[]> rows, Consumer<Object[]> reader) {
		try (rows) {
			rows.map(LogFiles::printable).forEach(reader);
		}
	}

	private static Object[] printable(Object[] cells) {
		return Arrays.stream(cells)
			.map((cell) -> (cell instanceof byte[] hash) ? HexFormat.of().formatHex(hash) : cell)
			.toArray();
	}

}
