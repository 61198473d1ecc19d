package org.pingyi.intake.ballot.log;

import java.util.Arrays;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Stops the start on a database that is older than the last checkpoint outside it, or
 * says something else: ballots that were acknowledged would be gone.
 */
@Component
class LogGuard implements SmartInitializingSingleton {

	private final CheckpointFile file;

	private final CheckpointRepository checkpoints;

	LogGuard(CheckpointFile file, CheckpointRepository checkpoints) {
		this.file = file;
		this.checkpoints = checkpoints;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.file.latest().values().forEach(this::require);
	}

	private void require(Checkpoint kept) {
		if (!knows(kept)) {
			throw LogRefused.lacking(kept);
		}
	}

	/** Whether the database still has what is kept outside of it for a cycle. */
	boolean holds(long cycle) {
		Checkpoint kept = this.file.latest().get(cycle);
		return kept == null || knows(kept);
	}

	private boolean knows(Checkpoint kept) {
		return this.checkpoints.findByCycleAndSizeAndActs(kept.cycle(), kept.size(), kept.acts())
			.filter((stored) -> Arrays.equals(stored.ballotsRoot(), kept.ballotsRoot())
					&& Arrays.equals(stored.receiptsRoot(), kept.receiptsRoot())
					&& Arrays.equals(stored.actsRoot(), kept.actsRoot()))
			.isPresent();
	}

}
