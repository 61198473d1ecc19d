package org.pingyi.outcome.result;

import java.util.HexFormat;
import java.util.List;

import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.CheckpointKey;
import org.pingyi.intake.ballot.tally.ConsistencyReport;
import org.pingyi.rules.cycle.Cycle;

/**
 * How a published year can be counted again.
 *
 * @param balance what was counted where
 * @param checkpoints the signed states of its log, from the first
 * @param key the public half of the key that signed them
 */
public record Recount(Cycle cycle, ConsistencyReport balance, List<Checkpoint> checkpoints, CheckpointKey key) {

	/** Whether everything is counted and every figure is in accord. */
	public boolean agrees() {
		return this.balance.agrees() && this.balance.counters().waiting() == 0;
	}

	/** The root of the receipts in the last signed state, or "" without ballots. */
	public String lastRoot() {
		return this.checkpoints.isEmpty() ? "" : HexFormat.of().formatHex(this.checkpoints.getLast().receiptsRoot());
	}

}
