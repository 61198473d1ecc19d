package org.pingyi.verify.rules;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values of all nodes for all units of a year. */
final class Evaluation {

	private final Map<String, UnitYear> units;

	private final Map<String, Form> forms;

	private final EventFigure events;

	private final Map<String, Nodes> trees = new HashMap<>();

	/** What was counted, by unit and code. */
	private final Map<String, Map<String, Optional<Rational>>> values = new HashMap<>();

	/** Nodes that are being computed: one that leads back to itself has no value. */
	private final Set<String> open = new HashSet<>();

	Evaluation(Document scheme, Map<String, UnitYear> units, Map<String, Form> forms) {
		this.units = units;
		this.forms = forms;
		this.events = new EventFigure(scheme);
		units.forEach((code, unit) -> this.trees.put(code,
				new Nodes(Nodes.tree(scheme, unit).orElseThrow(() -> new RulesUnreadable("trees " + code)))));
	}

	/** Whether a unit is measured but not ranked. */
	boolean apart(UnitYear unit) {
		return tree(unit).apart();
	}

	/** The unit's value before the score is rounded. */
	Optional<Rational> total(UnitYear unit) {
		return figure(unit, tree(unit).root());
	}

	/** The value of a node of the unit's tree; nothing when it has none. */
	Optional<Rational> figure(UnitYear unit, String code) {
		return tree(unit).node(code).flatMap((node) -> figure(unit, node));
	}

	private Nodes tree(UnitYear unit) {
		Nodes tree = this.trees.get(unit.unit());
		if (tree == null) {
			throw new RulesUnreadable("trees " + unit.unit());
		}
		return tree;
	}

	/** What a node came to, or what stands in for it; nothing where nothing does. */
	private Optional<Rational> figure(UnitYear unit, Document node) {
		return counted(unit, node).or(() -> standIn(unit, node));
	}

	/** What a node came to; nothing where it does not apply or is missing. */
	private Optional<Rational> counted(UnitYear unit, Document node) {
		Map<String, Optional<Rational>> known = this.values.computeIfAbsent(unit.unit(), (code) -> new HashMap<>());
		Optional<Rational> value = known.get(node.text("code"));
		if (value == null) {
			String place = unit.unit() + " " + node.text("code");
			if (!this.open.add(place)) {
				throw new RulesUnreadable(place);
			}
			value = computed(unit, node);
			known.put(node.text("code"), value);
			this.open.remove(place);
		}
		return value;
	}

	private Optional<Rational> computed(UnitYear unit, Document node) {
		return unit.traits().containsAll(node.texts("traits"))
				? ofKind(unit, node).map((figure) -> rounded(node, figure)) : Optional.empty();
	}

	private static Rational rounded(Document node, Rational figure) {
		if (!node.has("places")) {
			return figure;
		}
		return Rational.of(figure.rounded(node.places(), node.rounding(RoundingMode.HALF_UP)));
	}

	private Optional<Rational> standIn(UnitYear unit, Document node) {
		return switch (node.text("missing", "SHARE_OUT")) {
			case "SHARE_OUT" -> Optional.empty();
			case "ZERO" -> Optional.of(Rational.ZERO);
			case "GROUP_MEAN" -> Optional.of(group(unit, node.text("code")))
				.filter((all) -> !all.isEmpty())
				.map((all) -> rounded(node, all.mean()));
			default -> throw new RulesUnreadable(node.text("code") + " " + unit.unit());
		};
	}

	/** The values of a node in the unit's group, as far as they were counted. */
	private Spread group(UnitYear unit, String code) {
		return Spread.ofFigures(this.units.values()
			.stream()
			.filter((other) -> other.group().equals(unit.group()) && !apart(other))
			.flatMap((other) -> tree(other).node(code).flatMap((node) -> counted(other, node)).stream())
			.toList());
	}

	/** The values of the one part in the unit's group. */
	private Spread groupOf(UnitYear unit, List<Document> parts) {
		return group(unit, parts.getFirst().text("code"));
	}

	private Optional<Rational> ofKind(UnitYear unit, Document node) {
		List<Document> parts = node.list("parts");
		return switch (node.text("kind")) {
			case "weightedSum" -> weightedSum(unit, node, parts);
			case "pointsSum" -> all(unit, parts).map((values) -> Conversions.within(node, Rational.sum(values)));
			case "product" -> product(unit, node, parts);
			case "statistic" -> statistic(node, Spread.ofFigures(present(unit, parts)));
			case "ballotPoints" -> ballots(unit, node).points();
			case "ballotRate" -> ballots(unit, node).rate();
			case "returnRate" -> ballots(unit, node).returnRate();
			case "ratioToBest" -> figure(unit, parts.getFirst())
				.flatMap((own) -> Conversions.ratioToBest(node, own, groupOf(unit, parts)));
			case "rankPoints" ->
				figure(unit, parts.getFirst()).map((own) -> Conversions.rankPoints(node, own, groupOf(unit, parts)));
			case "bands" -> all(unit, parts).map((values) -> Conversions.band(node, parts, values));
			case "ratio" -> all(unit, parts).flatMap((values) -> Conversions.ratio(node, values));
			case "reference" -> reference(unit, node);
			case "linear" -> figure(unit, parts.getFirst()).map((own) -> Conversions.within(node,
					own.times(node.figure("factor", Rational.ONE)).plus(node.figure("plus", Rational.ZERO))));
			case "ledger" -> Optional.of(this.events.ledger(node, unit.events(node.texts("rules"))));
			case "eventCount" -> Optional.of(this.events.count(node, unit.events(node.texts("rules"))));
			case "figure" -> Optional.ofNullable(unit.figures().get(node.text("key")))
				.filter((figure) -> node.figure("least").filter(figure::isBelow).isEmpty()
						&& node.figure("most").filter((most) -> most.isBelow(figure)).isEmpty());
			case "constant" -> Optional.of(node.required("value"));
			default -> throw node.unreadable("kind");
		};
	}

	private BallotFigure ballots(UnitYear unit, Document node) {
		Form form = this.forms.get(node.text("channel"));
		if (form == null) {
			throw node.unreadable("channel");
		}
		return new BallotFigure(node, form, unit);
	}

	private List<Rational> present(UnitYear unit, List<Document> parts) {
		return parts.stream().flatMap((part) -> figure(unit, part).stream()).toList();
	}

	/** The values of all parts; nothing when one is missing. */
	private Optional<List<Rational>> all(UnitYear unit, List<Document> parts) {
		return Optional.of(present(unit, parts)).filter((values) -> values.size() == parts.size());
	}

	private Optional<Rational> weightedSum(UnitYear unit, Document node, List<Document> parts) {
		List<Document> there = parts.stream().filter((part) -> figure(unit, part).isPresent()).toList();
		return Sharing.weights(there, node.figure("total", Rational.HUNDRED)).map((weights) -> {
			Rational sum = Rational.ZERO;
			for (int part = 0; part < there.size(); part++) {
				Rational share = figure(unit, there.get(part)).orElseThrow().over(tree(unit).fullMark(there.get(part)));
				sum = sum.plus(share.times(weights.get(part)));
			}
			return sum;
		});
	}

	/** A coefficient that is missing is left out. */
	private Optional<Rational> product(UnitYear unit, Document node, List<Document> parts) {
		return figure(unit, parts.getFirst()).map((first) -> {
			Rational per = node.figure("per", Rational.HUNDRED);
			return present(unit, parts.subList(1, parts.size())).stream()
				.reduce(first, (product, coefficient) -> product.times(coefficient).over(per));
		});
	}

	private static Optional<Rational> statistic(Document node, Spread parts) {
		if (parts.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Conversions.taken(node, node.text("take"), parts));
	}

	private Optional<Rational> reference(UnitYear unit, Document node) {
		String of = node.text("of", "OWN");
		if (of.equals("OWN")) {
			return figure(unit, node.text("node"));
		}
		return Stream.of(group(unit, node.text("node")))
			.filter((group) -> !group.isEmpty())
			.map((group) -> Conversions.taken(node, of, group))
			.findFirst();
	}

}
