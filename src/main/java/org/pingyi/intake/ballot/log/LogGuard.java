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
		boolean known = this.checkpoints.findByCycleAndSizeAndActs(kept.cycle(), kept.size(), kept.acts())
			.filter((stored) -> Arrays.equals(stored.ballotsRoot(), kept.ballotsRoot())
					&& Arrays.equals(stored.receiptsRoot(), kept.receiptsRoot())
					&& Arrays.equals(stored.actsRoot(), kept.actsRoot()))
			.isPresent();
		if (!known) {
			throw LogRefused.lacking(kept);
		}
	}

}
