package org.pingyi.intake.ballot.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A Merkle tree while leaves are appended: keeps the complete subtrees at its right edge,
 * as a binary counter keeps its digits, and notes the nodes that become complete.
 */
final class MerkleFrontier {

	private final Merkle merkle;

	/** Complete subtrees from the smallest, at the right, to the largest. */
	private final Deque<Node> edge = new ArrayDeque<>();

	private final List<Node> completed = new ArrayList<>();

	private long size;

	/**
	 * A complete subtree.
	 *
	 * @param level its height; 0 for a leaf
	 * @param index its place among those of its height
	 */
	record Node(int level, long index, byte[] hash) {
	}

	/** Something that knows the complete subtrees of a tree. */
	interface Known {

		byte[] hash(int level, long index);

	}

	/** A tree of some size. */
	MerkleFrontier(Merkle merkle, long size, Known known) {
		this.merkle = merkle;
		this.size = size;
		for (int level = 0; level < Long.SIZE - 1; level++) {
			if ((size >> level & 1) == 1) {
				long index = (size >> level) - 1;
				this.edge.addLast(new Node(level, index, known.hash(level, index)));
			}
		}
	}

	void append(byte[] leaf) {
		Node node = new Node(0, this.size, leaf);
		while (!this.edge.isEmpty() && this.edge.peekFirst().level() == node.level()) {
			Node left = this.edge.removeFirst();
			node = new Node(node.level() + 1, left.index() / 2, this.merkle.node(left.hash(), node.hash()));
			this.completed.add(node);
		}
		this.edge.addFirst(node);
		this.size++;
	}

	/** Inner nodes that became complete. */
	List<Node> completed() {
		return this.completed;
	}

	long size() {
		return this.size;
	}

	/** The root of a tree that has a leaf. */
	byte[] root() {
		byte[] root = null;
		for (Node node : this.edge) {
			root = (root == null) ? node.hash() : this.merkle.node(node.hash(), root);
		}
		if (root == null) {
			throw new IllegalStateException("A tree without leaves has no root here");
		}
		return root;
	}

}
