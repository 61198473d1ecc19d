package org.pingyi.intake.ballot;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that anybody may hold against each other about the ballots of a year; it
 * tells no answers and speaks of no single unit.
 *
 * @param counters what was counted where
 * @param online what could be used online, and what was
 * @param byRules ballots in the tallies that the year's method sets apart because of a
 * doubt; not told before the close, or the doubts could be tried out
 */
public record Balance(Counters counters, OnlineRights online, long byRules) {

	/** Ballots in the tallies that do not count. */
	public long apart() {
		return this.counters.apart() + this.byRules;
	}

	/** Ballots in the tallies that count, wholly or in part. */
	public long counted() {
		return this.counters.tallied() - apart();
	}

	public List<Relation> relations() {
		return List.of(Relation.values());
	}

	/** Whether every relation holds. */
	public boolean agrees() {
		return Arrays.stream(Relation.values()).allMatch((relation) -> relation.holds(this));
	}

}
