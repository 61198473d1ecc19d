package org.pingyi.rules.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit with the tree that scores it.
 *
 * @param nodes the tree's nodes by their codes
 */
record Candidate(UnitInputs unitInputs, Tree tree, Map<String, Node> nodes) {

	/**
	 * Finds the first tree that fits.
	 * @throws ScoreRefused when there is none
	 */
	static Candidate of(Rules rules, UnitInputs unitInputs) {
		Tree fitting = rules.tree(unitInputs.group(), unitInputs.subject().traits())
			.orElseThrow(() -> new ScoreRefused(unitInputs.unit(), ""));
		Map<String, Node> nodes = new HashMap<>();
		fitting.root().all().forEach((node) -> nodes.put(node.head().code(), node));
		return new Candidate(unitInputs, fitting, nodes);
	}

	String unit() {
		return this.unitInputs.unit();
	}

	Optional<Node> node(String code) {
		return Optional.ofNullable(this.nodes.get(code));
	}

	/** Codes of the vetoes against it, each once. */
	List<String> vetoes(AdjustmentRules rules) {
		return rules.vetoes()
			.stream()
			.map(AdjustmentRules.Veto::code)
			.filter((code) -> this.unitInputs.events().stream().anyMatch((event) -> event.rule().equals(code)))
			.toList();
	}

}
