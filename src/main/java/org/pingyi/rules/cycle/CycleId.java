package org.pingyi.rules.cycle;

/** Internal number of a cycle, where the number of something else stands beside it. */
public record CycleId(long value) {

	public static CycleId of(Cycle cycle) {
		return new CycleId(cycle.id());
	}

}
