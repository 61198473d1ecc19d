package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;

import org.pingyi.intake.ballot.BallotCounts;

import org.springframework.stereotype.Component;

/** Proves what the signed logs contain. */
@Component
class Logs {

	private final LogTree trees;

	private final Checkpoints checkpoints;

	private final Signer signer;

	Logs(LogTree trees, Checkpoints checkpoints, Signer signer) {
		this.trees = trees;
		this.checkpoints = checkpoints;
		this.signer = signer;
	}

	Optional<Proof> proof(BallotCounts.Placed receipt) {
		return this.checkpoints.latest(receipt.cycle())
			.filter((checkpoint) -> receipt.position() < checkpoint.size())
			.map((checkpoint) -> new Proof(receipt.position(), receipt.leaf(),
					this.trees.path(receipt.cycle(), LogTree.Log.RECEIPTS, receipt.position(), checkpoint.size()),
					checkpoint, this.signer.publicKey()));
	}

	List<Checkpoint> checkpoints(long cycle) {
		return this.checkpoints.of(cycle);
	}

	byte[] publicKey() {
		return this.signer.publicKey();
	}

}
