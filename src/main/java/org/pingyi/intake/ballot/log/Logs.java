package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Signs the logs of ballots and receipts as they grow, and proves what they contain. */
@Component
public class Logs {

	private final LogTree trees;

	private final CheckpointRepository stored;

	private final Checkpoints checkpoints;

	private final ReceiptRepository receipts;

	private final LogNodeRepository nodes;

	private final Signer signer;

	Logs(LogTree trees, CheckpointRepository stored, Checkpoints checkpoints, ReceiptRepository receipts,
			LogNodeRepository nodes, Signer signer) {
		this.trees = trees;
		this.stored = stored;
		this.checkpoints = checkpoints;
		this.receipts = receipts;
		this.nodes = nodes;
		this.signer = signer;
	}

	/** Signs all that the last checkpoint does not cover, in the caller's transaction. */
	public void sign(long cycle) {
		long size = this.stored.findFirstByCycleOrderBySizeDesc(cycle).map(Checkpoint::size).orElse(0L);
		List<byte[]> ballots = this.trees.leaves(cycle, LogTree.Log.BALLOTS, size);
		if (!ballots.isEmpty()) {
			List<byte[]> receipts = this.trees.leaves(cycle, LogTree.Log.RECEIPTS, size);
			this.checkpoints.append(cycle, size + ballots.size(),
					this.trees.grow(cycle, LogTree.Log.BALLOTS, size, ballots),
					this.trees.grow(cycle, LogTree.Log.RECEIPTS, size, receipts));
		}
	}

	/** The proof of a receipt, once a checkpoint covers it. */
	public Optional<Proof> proof(byte[] receiptHash) {
		return this.receipts.findByReceiptHash(receiptHash).flatMap(this::proof);
	}

	private Optional<Proof> proof(ReceiptRepository.Place receipt) {
		return this.stored.findFirstByCycleOrderBySizeDesc(receipt.cycle())
			.filter((checkpoint) -> receipt.position() < checkpoint.size())
			.map((checkpoint) -> new Proof(receipt.position(), receipt.leaf(),
					this.trees.path(receipt.cycle(), LogTree.Log.RECEIPTS, receipt.position(), checkpoint.size()),
					checkpoint, this.signer.publicKey()));
	}

	/** All checkpoints of a cycle, from the first. */
	public List<Checkpoint> checkpoints(long cycle) {
		return this.stored.findByCycleOrderBySize(cycle);
	}

	/** The 32 bytes of the key that signs. */
	public byte[] publicKey() {
		return this.signer.publicKey();
	}

	/** Position, hash and leaf of every receipt. */
	public Stream<Object[]> receipts(long cycle) {
		return this.receipts.rows(cycle);
	}

	/** Tree, level, index and hash of every inner node. */
	public Stream<Object[]> nodes(long cycle) {
		return this.nodes.rows(cycle, LogTree.Log.BALLOTS.number());
	}

	/** The same for the tree over the receipts alone. */
	public Stream<Object[]> receiptNodes(long cycle) {
		return this.nodes.rows(cycle, LogTree.Log.RECEIPTS.number());
	}

}
