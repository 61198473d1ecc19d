package org.pingyi.rules.scheme.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Tree;

/** Checks that every unit finds one tree, and that trees agree about their codes. */
final class TreeChecks {

	private final Checks checks;

	private final Rules rules;

	private final Map<String, Node> known = new HashMap<>();

	private final Map<String, Set<String>> below = new TreeMap<>();

	TreeChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
	}

	void run() {
		List<Tree> trees = this.rules.trees();
		this.checks.require(!trees.isEmpty(), "trees", "noTree", "");
		for (int i = 0; i < trees.size(); i++) {
			String place = "trees[" + i + "]";
			this.checks.require(!trees.get(i).groups().isEmpty(), place + ".groups", "noGroup", "");
			new NodeChecks(this.checks, this.rules).run(place + ".root", trees.get(i).root());
			codes(place + ".root", trees.get(i).root(), new HashSet<>());
		}
		Set<String> groups = new TreeSet<>();
		trees.forEach((tree) -> groups.addAll(tree.groups()));
		groups.forEach(this::coverage);
		loops();
	}

	/** The last tree of a group takes every unit, and none stands behind such a tree. */
	private void coverage(String group) {
		boolean open = false;
		for (int i = 0; i < this.rules.trees().size(); i++) {
			Tree tree = this.rules.trees().get(i);
			if (tree.groups().contains(group)) {
				this.checks.require(!open, "trees[" + i + "]", "treeUnreachable", group);
				open = open || tree.traits().isEmpty();
			}
		}
		this.checks.require(open, "trees", "uncovered", group);
	}

	private void codes(String place, Node node, Set<String> ofTree) {
		String code = node.head().code();
		this.checks.code(place + ".code", code);
		this.checks.require(ofTree.add(code), place + ".code", "twice", code);
		Node same = this.known.putIfAbsent(code, node);
		this.checks.require(same == null || alike(same, node), place + ".code", "otherKind", code);
		if (node instanceof Conversion conversion) {
			elsewhere(conversion)
				.ifPresent((other) -> this.below.computeIfAbsent(code, (key) -> new TreeSet<>()).add(other));
		}
		List<Node> children = node.children();
		for (int i = 0; i < children.size(); i++) {
			this.below.computeIfAbsent(code, (key) -> new TreeSet<>()).add(children.get(i).head().code());
			codes(place + ".parts[" + i + "]", children.get(i), ofTree);
		}
	}

	/** The node that it takes a value from though it is none of its parts. */
	private static Optional<String> elsewhere(Conversion node) {
		return switch (node) {
			case Conversion.Reference reference -> Optional.of(reference.node());
			case Conversion.RatioToBest ratio -> Optional.empty();
			case Conversion.RankPoints rank -> Optional.empty();
			case Conversion.Bands bands -> Optional.empty();
			case Conversion.Ratio ratio -> Optional.empty();
			case Conversion.Linear linear -> Optional.empty();
		};
	}

	/** What is compared between trees, and stands in as a mean, is on the same scale. */
	private static boolean alike(Node one, Node other) {
		return one.getClass() == other.getClass() && one.full().compareTo(other.full()) == 0;
	}

	/**
	 * A group mean or a reference looks across trees and must not come back to where it
	 * began.
	 */
	private void loops() {
		Set<String> done = new HashSet<>();
		this.below.keySet().forEach((code) -> follow(code, new HashSet<>(), done));
	}

	private void follow(String code, Set<String> above, Set<String> done) {
		if (!above.add(code)) {
			this.checks.fault("trees", "codeLoop", code);
			return;
		}
		if (done.add(code)) {
			this.below.getOrDefault(code, Set.of()).forEach((child) -> follow(child, above, done));
		}
		above.remove(code);
	}

}
