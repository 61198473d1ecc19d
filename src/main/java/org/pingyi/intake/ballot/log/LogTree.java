package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Grows the trees over the sealed ballots, the receipts and the acts, and finds paths in
 * them.
 */
@Component
class LogTree {

	private final LogNodeRepository nodes;

	private final Merkle merkle;

	LogTree(LogNodeRepository nodes, Merkle merkle) {
		this.nodes = nodes;
		this.merkle = merkle;
	}

	/** Which tree; its number is its place. */
	enum Log {

		BALLOTS(0), RECEIPTS(1), ACTS(2);

		private final int number;

		Log(int number) {
			this.number = number;
		}

		/** Its number in the table of nodes. */
		int number() {
			return this.number;
		}

	}

	/**
	 * Appends the leaves from a size on, which are in their table already.
	 * @return the root of the grown tree
	 */
	byte[] grow(long cycle, Log log, long size, List<byte[]> leaves) {
		MerkleFrontier growth = new MerkleFrontier(this.merkle, size, (level, index) -> hash(cycle, log, level, index));
		leaves.forEach(growth::append);
		if (!growth.completed().isEmpty()) {
			this.nodes.insert(cycle, log.number(), growth.completed());
		}
		return growth.root();
	}

	/** The leaves from a position on, in their order. */
	List<byte[]> leaves(long cycle, Log log, long from) {
		return leaves(cycle, log, from, Long.MAX_VALUE);
	}

	private List<byte[]> leaves(long cycle, Log log, long from, long to) {
		return switch (log) {
			case BALLOTS -> this.nodes.ballots(cycle, from, to);
			case RECEIPTS -> this.nodes.receipts(cycle, from, to);
			case ACTS -> this.nodes.acts(cycle, from, to);
		};
	}

	/** The hash of a complete subtree. */
	private byte[] hash(long cycle, Log log, int level, long index) {
		List<byte[]> hashes = (level == 0) ? leaves(cycle, log, index, index + 1)
				: this.nodes.hash(cycle, log.number(), level, index);
		return hashes.getFirst();
	}

	/**
	 * The audit path of a leaf in the tree of a size (RFC 6962, section 2.1.1), from the
	 * leaf upwards.
	 */
	List<byte[]> path(long cycle, Log log, long position, long size) {
		List<byte[]> path = new ArrayList<>();
		long start = 0;
		long end = size;
		while (end - start > 1) {
			long middle = start + split(end - start);
			boolean left = position < middle;
			path.addFirst(left ? root(cycle, log, middle, end) : root(cycle, log, start, middle));
			end = left ? middle : end;
			start = left ? start : middle;
		}
		return path;
	}

	/** The largest power of two below a number above 1. */
	private static long split(long number) {
		return Long.highestOneBit(number - 1);
	}

	private byte[] root(long cycle, Log log, long start, long end) {
		long length = end - start;
		if (Long.bitCount(length) == 1) {
			int level = Long.numberOfTrailingZeros(length);
			return hash(cycle, log, level, start >> level);
		}
		long middle = start + split(length);
		return this.merkle.node(root(cycle, log, start, middle), root(cycle, log, middle, end));
	}

}
