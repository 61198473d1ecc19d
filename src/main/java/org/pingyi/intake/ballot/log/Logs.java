package org.pingyi.intake.ballot.log;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Signs the logs of ballots, receipts and acts as they grow, and proves what they
 * contain.
 */
@Component
public class Logs {

	private final Merkle merkle;

	private final LogTree trees;

	private final CheckpointRepository stored;

	private final Checkpoints checkpoints;

	private final ReceiptRepository receipts;

	private final ActRepository acts;

	private final LogNodeRepository nodes;

	private final Signer signer;

	Logs(Merkle merkle, LogTree trees, CheckpointRepository stored, Checkpoints checkpoints, ReceiptRepository receipts,
			ActRepository acts, LogNodeRepository nodes, Signer signer) {
		this.merkle = merkle;
		this.trees = trees;
		this.stored = stored;
		this.checkpoints = checkpoints;
		this.receipts = receipts;
		this.acts = acts;
		this.nodes = nodes;
		this.signer = signer;
	}

	/** Holds the logs of a cycle until the caller's transaction ends. */
	void lock(long cycle) {
		this.stored.lock(cycle);
	}

	/**
	 * Signs the ballots that the last checkpoint does not cover, in the transaction of
	 * the sealer, which holds its own lock: their trees grow before the logs are held,
	 * for acts wait for the logs with the trail in their hands.
	 */
	public void sign(long cycle) {
		Checkpoint sealed = sealed(last(cycle));
		lock(cycle);
		sign(last(cycle), sealed);
	}

	/**
	 * Signs the acts that the last checkpoint does not cover, and no ballots: whoever put
	 * some into the log has no signature for them. The caller holds the logs.
	 */
	void signActs(long cycle) {
		Checkpoint last = last(cycle);
		sign(last, last);
	}

	private void sign(Checkpoint last, Checkpoint sealed) {
		long cycle = last.cycle();
		List<byte[]> acts = this.trees.leaves(cycle, LogTree.Log.ACTS, last.acts());
		if (sealed.size() > last.size() || !acts.isEmpty()) {
			this.checkpoints.append(acted(last, sealed, acts));
		}
	}

	private Checkpoint last(long cycle) {
		return this.stored.findFirstByCycleOrderBySizeDescActsDesc(cycle)
			.orElseGet(() -> Checkpoint.ofNothing(cycle, this.merkle));
	}

	private Checkpoint sealed(Checkpoint last) {
		long cycle = last.cycle();
		List<byte[]> ballots = this.trees.leaves(cycle, LogTree.Log.BALLOTS, last.size());
		return ballots.isEmpty() ? last
				: new Checkpoint(cycle, last.size() + ballots.size(),
						this.trees.grow(cycle, LogTree.Log.BALLOTS, last.size(), ballots),
						this.trees.grow(cycle, LogTree.Log.RECEIPTS, last.size(),
								this.trees.leaves(cycle, LogTree.Log.RECEIPTS, last.size())),
						last.acts(), last.actsRoot(), new byte[0]);
	}

	private Checkpoint acted(Checkpoint last, Checkpoint sealed, List<byte[]> acts) {
		byte[] actsRoot = acts.isEmpty() ? last.actsRoot()
				: this.trees.grow(last.cycle(), LogTree.Log.ACTS, last.acts(), acts);
		return new Checkpoint(last.cycle(), sealed.size(), sealed.ballotsRoot(), sealed.receiptsRoot(),
				last.acts() + acts.size(), actsRoot, new byte[0]);
	}

	/** The proof of a receipt, once a checkpoint covers it. */
	public Optional<Proof> proof(byte[] receiptHash) {
		return this.receipts.findByReceiptHash(receiptHash).flatMap(this::proof);
	}

	private Optional<Proof> proof(ReceiptRepository.Place receipt) {
		return this.stored.findFirstByCycleOrderBySizeDescActsDesc(receipt.cycle())
			.filter((checkpoint) -> receipt.position() < checkpoint.size())
			.map((checkpoint) -> new Proof(receipt.position(), receipt.leaf(),
					this.trees.path(receipt.cycle(), LogTree.Log.RECEIPTS, receipt.position(), checkpoint.size()),
					checkpoint, this.signer.publicKey()));
	}

	/** All checkpoints of a cycle, from the first. */
	public List<Checkpoint> checkpoints(long cycle) {
		return this.stored.findByCycleOrderBySizeAscActsAsc(cycle);
	}

	/** The newest checkpoint of a cycle. */
	public Optional<Checkpoint> lastCheckpoint(long cycle) {
		return this.stored.findFirstByCycleOrderBySizeDescActsDesc(cycle);
	}

	/** The public key of the signatures. */
	public CheckpointKey publicKey() {
		return this.signer.publicKey();
	}

	/** Position, hash and leaf of every receipt. */
	public Stream<Object[]> receipts(long cycle) {
		return this.receipts.rows(cycle);
	}

	/** Position, entry and leaf of every act, the head of the cycle first. */
	public Stream<Object[]> acts(long cycle) {
		return this.acts.rows(cycle);
	}

	/** Tree, level, index and hash of every inner node. */
	public Stream<Object[]> nodes(long cycle) {
		return this.nodes.rows(cycle, LogTree.Log.BALLOTS.number());
	}

	/** The same without the tree over the ballots. */
	public Stream<Object[]> receiptNodes(long cycle) {
		return this.nodes.rows(cycle, LogTree.Log.RECEIPTS.number());
	}

}
