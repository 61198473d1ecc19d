package org.pingyi.intake.ballot.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares decisions and objections, as the tables tell them now, with what was signed
 * when they were made.
 */
@Component
public class SignedRecords {

	/** The acts that leave a row behind besides the log. */
	private static final Set<String> RECORDED = Set.of("adjustment.approved", "figures.approved", "exclusion.approved",
			"key.destroyed", "result.objected", "result.upheld", "result.dismissed", IssuedActs.ACT);

	private static final Duration TOLERANCE = Duration.ofMinutes(10);

	private final ActRepository acts;

	private final ObjectProvider<ActRecords> records;

	SignedRecords(ActRepository acts, ObjectProvider<ActRecords> records) {
		this.acts = acts;
		this.records = records;
	}

	/** Every act of a cycle that left rows behind, as these tell it now. */
	@Transactional(readOnly = true)
	public List<RecordedAct> of(long cycle) {
		return this.records.orderedStream().flatMap((source) -> source.of(cycle).stream()).toList();
	}

	/**
	 * How many differ from the log: rows that were changed, added or deleted. Acts of the
	 * first format say nothing of words; a year that was opened under it may have
	 * objections that are in no act.
	 */
	@Transactional(readOnly = true)
	public long altered(long cycle) {
		List<String> entries = entries(cycle);
		if (entries.isEmpty()) {
			return 0;
		}
		Map<String, Instant> signed = new HashMap<>();
		entries.stream().flatMap((entry) -> signed(entry).stream()).forEach((act) -> signed.put(act.told(), act.at()));
		List<RecordedAct> records = of(cycle);
		Set<String> now = records.stream().map(Acts::told).collect(Collectors.toSet());
		long gone = signed.keySet().stream().filter((told) -> !now.contains(told)).count();
		long added = now.stream()
			.filter((told) -> !signed.containsKey(told) && isExpected(told, signed.keySet()))
			.count();
		boolean complete = entries.getFirst().contains("\nacts|" + Acts.FORMAT + "\n");
		return (complete ? Math.max(gone, added) : gone)
				+ records.stream().filter((record) -> isMisdated(record, signed.get(Acts.told(record)))).count();
	}

	/** What was handed out is told of every year, and signed of those closed since. */
	private static boolean isExpected(String told, Set<String> signed) {
		String issued = IssuedActs.ACT + "|";
		return !told.startsWith(issued) || signed.stream().anyMatch((act) -> act.startsWith(issued));
	}

	/** The row and the entry are written one after the other. */
	private static boolean isMisdated(RecordedAct record, @Nullable Instant signed) {
		Instant decided = record.decidedAt();
		return decided != null && signed != null && Duration.between(decided, signed).abs().compareTo(TOLERANCE) > 0;
	}

	private List<String> entries(long cycle) {
		try (Stream<Object[]> rows = this.acts.rows(cycle)) {
			return rows.map((cells) -> (String) cells[1]).toList();
		}
	}

	/** What an entry says was done, if that left a row behind. */
	private static Optional<Signed> signed(String entry) {
		String[] fields = entry.split("\\|", Acts.BEFORE + 1);
		return (fields[0].equals(Acts.FORMAT) && RECORDED.contains(Acts.named(entry)))
				? Optional.of(new Signed(fields[Acts.BEFORE], Instant.parse(fields[Acts.BEFORE - 1])))
				: Optional.empty();
	}

	/** What was done, as it is told behind its place and time, and when. */
	private record Signed(String told, Instant at) {

	}

}
