package org.pingyi.intake.ballot.tally;

import java.util.Arrays;
import java.util.List;

import org.springframework.modulith.NamedInterface;

/**
 * Every count that anybody may check against another about the ballots of a year; it
 * tells no answers and speaks of no single unit. What the method does with flagged
 * ballots is told unit by unit, where they are many: a total would tell of the few.
 *
 * @param counters what was counted where
 * @param online what could be used online, and what was
 * @param alteredRecords decisions and objections that are not as they were signed
 * @param accepted ballots that nodes are known to have acknowledged
 */
@NamedInterface("tally")
public record ConsistencyReport(Counters counters, OnlineRights online, long alteredRecords, long accepted) {

	public List<Invariant> invariants() {
		return List.of(Invariant.values());
	}

	/** Whether every invariant holds. */
	public boolean agrees() {
		return Arrays.stream(Invariant.values()).allMatch((invariant) -> invariant.holds(this));
	}

}
