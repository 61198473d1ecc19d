package org.pingyi.intake.ballot;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.base.web.OutgoingFile;
import org.pingyi.intake.ballot.log.CheckpointFile;
import org.pingyi.intake.ballot.log.LogTree;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.tally.Counters;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what the store holds of a cycle as files from which it can be counted again;
 * {@code src/docs/audit-files.md} describes their columns.
 */
@Component
class LogFiles {

	private static final int AT_ONCE = 1000;

	private static final String BALLOTS = """
			select position, channel, unit_id, rater_class, signals, a1, a2, a3, a4, leaf from ballot_sealed
			where cycle_id = ? order by position""";

	private static final String RECEIPTS = """
			select position, receipt_hash, leaf from ballot_receipt where cycle_id = ? order by position""";

	private static final String NODES = """
			select log, level, index, hash from ballot_node where cycle_id = ? and log >= ? order by log, level, index""";

	private static final String APART = """
			select channel, unit_id, signals, proposed_by, decided_by, reason, evidence from ballot_apart
			where cycle_id = ? and approved order by id""";

	private static final List<String> TALLY = List.of("channel", "unit", "unit_code", "rater_class", "signals", "item",
			"code", "count");

	private final JdbcClient jdbc;

	private final BallotCounts counts;

	private final Logs logs;

	private final Cycles cycles;

	LogFiles(JdbcClient jdbc, BallotCounts counts, Logs logs, Cycles cycles) {
		this.jdbc = jdbc;
		this.counts = counts;
		this.logs = logs;
		this.cycles = cycles;
	}

	List<OutgoingFile> ofAuditor(long cycle) {
		Map<Long, String> codes = codes(cycle);
		return List.of(key(), checkpoints(cycle), ballots(cycle, codes), receipts(cycle),
				nodes(cycle, LogTree.Log.BALLOTS), tallies(codes, this.counts.tallies(cycle)), counters(cycle),
				apart(cycle, codes));
	}

	List<OutgoingFile> published(long cycle, ToLongFunction<String> fewest) {
		return List.of(key(), checkpoints(cycle), receipts(cycle), nodes(cycle, LogTree.Log.RECEIPTS),
				tallies(codes(cycle), Tally.discreet(this.counts.tallies(cycle), fewest)), counters(cycle));
	}

	private Map<Long, String> codes(long cycle) {
		return this.cycles.participants(cycle).stream().collect(Collectors.toMap(Participant::unit, Participant::code));
	}

	private OutgoingFile key() {
		return OutgoingFile.text("key.txt", () -> HexFormat.of().formatHex(this.logs.publicKey()) + "\n");
	}

	private OutgoingFile checkpoints(long cycle) {
		return OutgoingFile.text("checkpoints.txt",
				() -> this.logs.checkpoints(cycle)
					.stream()
					.map((checkpoint) -> CheckpointFile.line(checkpoint) + "\n")
					.collect(Collectors.joining()));
	}

	private OutgoingFile ballots(long cycle, Map<Long, String> codes) {
		List<String> columns = List.of("position", "channel", "unit", "unit_code", "rater_class", "signals", "a1", "a2",
				"a3", "a4", "leaf");
		return OutgoingFile.table("ballots.csv", columns, (row) -> each(BALLOTS, List.of(cycle), (cells) -> {
			String code = codes.getOrDefault((Long) cells[2], "");
			row.accept(List.of(cells[0], cells[1], cells[2], code, cells[3], cells[4], cells[5], cells[6], cells[7],
					cells[8], cells[9]));
		}));
	}

	private OutgoingFile receipts(long cycle) {
		return OutgoingFile.table("receipts.csv", List.of("position", "receipt_hash", "leaf"),
				(row) -> each(RECEIPTS, List.of(cycle), (cells) -> row.accept(Arrays.asList(cells))));
	}

	/** The nodes of a log and those of the logs after it. */
	private OutgoingFile nodes(long cycle, LogTree.Log from) {
		return OutgoingFile.table("nodes.csv", List.of("log", "level", "index", "hash"),
				(row) -> each(NODES, List.of(cycle, from.ordinal()), (cells) -> row.accept(Arrays.asList(cells))));
	}

	private OutgoingFile tallies(Map<Long, String> codes, List<Tally> tallies) {
		return OutgoingFile.table("tallies.csv", TALLY,
				(row) -> tallies
					.forEach((bar) -> row.accept(List.of(bar.channel(), bar.unit(), codes.getOrDefault(bar.unit(), ""),
							bar.raterClass(), bar.signals(), bar.item(), bar.code(), bar.count()))));
	}

	/** What was set apart, and by which two persons. */
	private OutgoingFile apart(long cycle, Map<Long, String> codes) {
		List<String> columns = List.of("channel", "unit", "unit_code", "signals", "proposed_by", "decided_by", "reason",
				"evidence");
		return OutgoingFile.table("apart.csv", columns,
				(row) -> this.jdbc.sql(APART)
					.param(cycle)
					.query((cells, number) -> Arrays.asList(cells.getString(1), cells.getLong(2),
							codes.getOrDefault(cells.getLong(2), ""), cells.getInt(3), cells.getString(4),
							cells.getString(5), cells.getString(6), cells.getString(7)))
					.list()
					.forEach(row));
	}

	private OutgoingFile counters(long cycle) {
		List<String> columns = List.of("rights", "waiting", "ballots", "receipts", "tallied", "set_apart", "opinions",
				"altered");
		return OutgoingFile.table("counters.csv", columns, (row) -> {
			Counters told = this.counts.counters(cycle);
			long opinions = this.counts.opinionCounts(cycle).values().stream().mapToLong(Long::longValue).sum();
			row.accept(List.of(told.rights(), told.waiting(), told.ballots(), told.receipts(), told.tallied(),
					told.apart(), opinions, told.altered()));
		});
	}

	/** Reads rows as they come, hashes in hexadecimal. */
	private void each(String sql, List<?> params, java.util.function.Consumer<Object[]> reader) {
		try (Stream<Object[]> rows = this.jdbc.sql(sql).params(params).withFetchSize(AT_ONCE).query((row, number) -> {
			Object[] cells = new Object[row.getMetaData().getColumnCount()];
			for (int cell = 0; cell < cells.length; cell++) {
				Object value = row.getObject(cell + 1);
				cells[cell] = (value instanceof byte[] hash) ? HexFormat.of().formatHex(hash) : value;
			}
			return cells;
		}).stream()) {
			rows.forEach(reader);
		}
	}

}
