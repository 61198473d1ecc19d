package org.pingyi.intake.ballot.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * Compares steps, decisions, counts and objections, as the tables tell them now, with
 * what was signed when they were made.
 */
@Component
public class SignedRecords {

	/** Each step is kept once, however often a year is counted. */
	private static final Set<String> STEPS = Set.of("cycle.opened", "cycle.closing", "cycle.closed", "cycle.counted",
			"cycle.noticed", "cycle.published");

	/** The other acts that leave a row behind besides the log. */
	private static final Set<String> RECORDED = Set.of("adjustment.approved", "figures.approved", "exclusion.approved",
			"key.destroyed", "result.counted", "result.published", "result.objected", "result.upheld",
			"result.dismissed", IssuedActs.ACT);

	/** Acts that earlier versions did not sign, although the tables tell of them. */
	private static final Set<String> LATER = Set.of(IssuedActs.ACT, "cycle.opened");

	private static final Duration TOLERANCE = Duration.ofMinutes(10);

	private final ActRepository acts;

	private final ObjectProvider<ActRecords> records;

	SignedRecords(ActRepository acts, ObjectProvider<ActRecords> records) {
		this.acts = acts;
		this.records = records;
	}

	/**
	 * Every act of a cycle that left rows behind, as these tell it now: in the words of
	 * an earlier version where those were signed.
	 */
	@Transactional(readOnly = true)
	public List<RecordedAct> of(long cycle) {
		return of(cycle, signed(entries(cycle)));
	}

	private List<RecordedAct> of(long cycle, Map<String, Instant> signed) {
		return this.records.orderedStream()
			.flatMap((source) -> source.of(cycle).stream())
			.map((record) -> signed.containsKey(Acts.told(record.asEarlier())) ? record.asEarlier() : record)
			.toList();
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
		Map<String, Instant> signed = signed(entries);
		List<RecordedAct> records = of(cycle, signed);
		Set<String> now = records.stream().map(Acts::told).collect(Collectors.toSet());
		long gone = signed.keySet().stream().filter((told) -> !now.contains(told)).count();
		long added = now.stream()
			.filter((told) -> !signed.containsKey(told) && isExpected(told, signed.keySet()))
			.count();
		boolean complete = entries.getFirst().contains("\nacts|" + Acts.FORMAT + "\n");
		return (complete ? Math.max(gone, added) : gone)
				+ records.stream().filter((record) -> isMisdated(record, signed.get(Acts.told(record)))).count();
	}

	/** What the tables tell of every year, and what was signed only since. */
	private static boolean isExpected(String told, Set<String> signed) {
		String kind = told.substring(0, told.indexOf('|') + 1);
		return LATER.stream().noneMatch((later) -> kind.equals(later + "|"))
				|| signed.stream().anyMatch((act) -> act.startsWith(kind));
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

	/**
	 * What entries say was done, as it is told behind their places and times, and when.
	 */
	private static Map<String, Instant> signed(List<String> entries) {
		Map<String, Instant> signed = new HashMap<>();
		Set<String> taken = new HashSet<>();
		for (String entry : entries) {
			String[] fields = entry.split("\\|", Acts.BEFORE + 1);
			String act = Acts.named(entry);
			if (fields[0].equals(Acts.FORMAT) && (RECORDED.contains(act) || (STEPS.contains(act) && taken.add(act)))) {
				signed.putIfAbsent(fields[Acts.BEFORE], Instant.parse(fields[Acts.BEFORE - 1]));
			}
		}
		return signed;
	}

}
