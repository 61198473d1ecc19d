package org.pingyi.verify.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tree that a unit is scored by, and the full marks of its nodes. */
final class Nodes {

	private final Document root;

	private final boolean apart;

	private final Map<String, Document> byCode = new HashMap<>();

	Nodes(Document tree) {
		this.root = Document.of("tree.root", tree.members().get("root"));
		this.apart = tree.truth("apart");
		add(this.root);
	}

	private void add(Document node) {
		this.byCode.put(node.text("code"), node);
		node.list("parts").forEach(this::add);
	}

	/** The first tree of the unit's group whose traits it has. */
	static Optional<Document> tree(Document scheme, UnitYear unit) {
		List<Document> trees = scheme.list("trees");
		boolean named = trees.stream().anyMatch((tree) -> tree.texts("groups").contains(unit.group()));
		String group = named ? unit.group() : "*";
		return trees.stream()
			.filter((tree) -> tree.texts("groups").contains(group))
			.filter((tree) -> unit.traits().containsAll(tree.texts("traits")))
			.findFirst();
	}

	Document root() {
		return this.root;
	}

	/** Whether its units are measured but not ranked. */
	boolean apart() {
		return this.apart;
	}

	Optional<Document> node(String code) {
		return Optional.ofNullable(this.byCode.get(code));
	}

	/** The value that earns a part its whole weight. */
	Rational fullMark(Document node) {
		return switch (node.text("kind")) {
			case "weightedSum" -> node.figure("total", Rational.HUNDRED);
			case "product", "statistic" -> fullMark(node.list("parts").getFirst());
			case "ratioToBest" -> node.figure("points", Rational.HUNDRED);
			case "rankPoints" -> node.object("ladder").orElseThrow(() -> node.unreadable("ladder")).required("first");
			case "bands" -> bestBand(node);
			case "ratio" -> node.figure("per", Rational.HUNDRED);
			case "reference" -> fullMark(node(node.text("node")).orElseThrow(() -> node.unreadable("node")));
			case "linear" -> node.figure("cap", Rational.HUNDRED);
			case "ledger" -> node.figure("base").filter((base) -> base.sign() > 0).orElse(Rational.HUNDRED);
			case "figure" -> node.figure("most", Rational.HUNDRED);
			default -> Rational.HUNDRED;
		};
	}

	private static Rational bestBand(Document node) {
		Stream<Rational> points = node.list("bands").stream().map((band) -> band.required("points"));
		return points.reduce((one, other) -> one.isBelow(other) ? other : one)
			.orElseThrow(() -> node.unreadable("bands"));
	}

}
