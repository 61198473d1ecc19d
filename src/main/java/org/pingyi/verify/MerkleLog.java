package org.pingyi.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import org.pingyi.verify.hash.Hashes;

/**
 * One of the logs: its leaves as the files give them, and the nodes above them.
 */
final class MerkleLog {

	/** Beyond so many missing places holes are named, but no place is held for them. */
	private static final long MOST_MISSING = 1_000_000;

	private final Suite suite;

	private final String name;

	private final Report report;

	private final Check rows;

	/** By position. */
	private final Hashes leaves = new Hashes();

	/** Inner nodes by level less one, then by index. */
	private final List<Hashes> levels = new ArrayList<>();

	private long count;

	private long missing;

	private boolean rootsHold = true;

	/**
	 * @param suite hashes its nodes
	 * @param name the file of its leaves
	 * @param rows the check that looks at their places
	 */
	MerkleLog(Suite suite, String name, Report report, Check rows) {
		this.suite = suite;
		this.name = name;
		this.report = report;
		this.rows = rows;
	}

	/** Takes the next leaf, whose position should be the next, too. */
	void add(long position, byte[] leaf) {
		this.count++;
		long next = this.leaves.size();
		if (position < next) {
			this.report.found(this.rows, "verify.position.twice", this.name, position);
		}
		else if (position - next > MOST_MISSING - this.missing) {
			this.report.found(this.rows, "verify.position.gap", this.name, next, position - 1);
		}
		else {
			if (position > next) {
				this.report.found(this.rows, "verify.position.gap", this.name, next, position - 1);
			}
			this.missing += position - next;
			this.leaves.put(position, leaf);
		}
	}

	/** How many leaves the file holds. */
	long count() {
		return this.count;
	}

	void addNode(long level, long index, byte[] hash) {
		if (level < 1 || level >= Long.SIZE || index < 0 || index >= nodesAt(level)) {
			this.report.found(Check.NODES, "verify.node.extra", this.name, level, index);
			return;
		}
		while (this.levels.size() < level) {
			this.levels.add(new Hashes());
		}
		Hashes nodes = this.levels.get((int) level - 1);
		if (nodes.get(index) != null) {
			this.report.found(Check.NODES, "verify.node.extra", this.name, level, index);
		}
		nodes.put(index, hash);
	}

	private long nodesAt(long level) {
		return this.leaves.size() >> level;
	}

	/** Checks each signed root against the leaves; names the batch of the first fault. */
	void checkRoots(List<SignedState> states, ToLongFunction<SignedState> signedSize,
			Function<SignedState, String> signedRoot) {
		Deque<Subtree> edge = new ArrayDeque<>();
		long size = 0;
		for (SignedState state : states) {
			long from = size;
			long signed = signedSize.applyAsLong(state);
			for (byte[] leaf = this.leaves.get(size); size < signed && leaf != null; leaf = this.leaves.get(size)) {
				append(edge, leaf);
				size++;
			}
			if (size < signed) {
				this.rootsHold = false;
				return;
			}
			this.report.done(Check.ROOTS, 1);
			if (size > 0 && !Sha256.hex(root(edge)).equals(signedRoot.apply(state))) {
				this.rootsHold = false;
				this.report.found(Check.ROOTS, "verify.root", this.name, signed, from, signed - 1);
				return;
			}
		}
	}

	/** A complete subtree at the right edge. */
	private record Subtree(int level, byte[] hash) {
	}

	private void append(Deque<Subtree> edge, byte[] leaf) {
		Subtree tree = new Subtree(0, leaf);
		while (!edge.isEmpty() && edge.getFirst().level() == tree.level()) {
			tree = new Subtree(tree.level() + 1, this.suite.node(edge.pop().hash(), tree.hash()));
		}
		edge.push(tree);
	}

	private byte[] root(Deque<Subtree> edge) {
		byte[] root = edge.getFirst().hash();
		for (Subtree tree : edge.stream().skip(1).toList()) {
			root = this.suite.node(tree.hash(), root);
		}
		return root;
	}

	/** Checks each node against the two below it; after the roots. */
	void checkNodes() {
		for (int level = 1; nodesAt(level) > 0; level++) {
			for (long index = 0; index < nodesAt(level); index++) {
				checkNode(level, index);
			}
		}
	}

	private void checkNode(int level, long index) {
		byte[] node = hash(level, index);
		byte[] left = hash(level - 1, 2 * index);
		byte[] right = hash(level - 1, 2 * index + 1);
		this.report.done(Check.NODES, 1);
		if (node == null) {
			this.report.found(Check.NODES, "verify.node.missing", this.name, level, index);
		}
		else if (left != null && right != null && !Arrays.equals(node, this.suite.node(left, right))) {
			boolean pair = level == 1 && !this.rootsHold;
			this.report.found(Check.NODES, pair ? "verify.node.pair" : "verify.node.altered", this.name, level, index,
					index << level, ((index + 1) << level) - 1);
		}
	}

	private byte @Nullable [] hash(int level, long index) {
		if (level == 0) {
			return this.leaves.get(index);
		}
		return (level <= this.levels.size()) ? this.levels.get(level - 1).get(index) : null;
	}

}
