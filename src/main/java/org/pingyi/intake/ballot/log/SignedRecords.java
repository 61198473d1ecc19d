package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
			"key.destroyed", "result.objected", "result.upheld", "result.dismissed");

	/** Format, cycle, position and time come before what was done. */
	private static final int BEFORE = 4;

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
		Set<String> signed = entries.stream().flatMap(SignedRecords::told).collect(Collectors.toSet());
		Set<String> now = of(cycle).stream().map(Acts::told).collect(Collectors.toSet());
		long gone = signed.stream().filter((told) -> !now.contains(told)).count();
		boolean complete = entries.getFirst().contains("\nacts|" + Acts.FORMAT + "\n");
		return complete ? Math.max(gone, now.stream().filter((told) -> !signed.contains(told)).count()) : gone;
	}

	private List<String> entries(long cycle) {
		try (Stream<Object[]> rows = this.acts.rows(cycle)) {
			return rows.map((cells) -> (String) cells[1]).toList();
		}
	}

	/** What an entry says was done, if that left a row behind. */
	private static Stream<String> told(String entry) {
		String[] fields = entry.split("\\|", BEFORE + 1);
		return Stream.of(fields)
			.skip(BEFORE)
			.filter((told) -> fields[0].equals(Acts.FORMAT) && RECORDED.contains(told.substring(0, told.indexOf('|'))));
	}

}
