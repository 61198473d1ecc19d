package org.pingyi.verify.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node makes of the values below it and of its unit's group. */
final class Conversions {

	private Conversions() {
	}

	/** Within the limits of the node. */
	static Rational within(Document node, Rational figure) {
		Rational capped = node.figure("cap").map(figure::atMost).orElse(figure);
		return node.figure("floor").map(capped::atLeast).orElse(capped);
	}

	/** One figure for several. */
	static Rational taken(Document node, String take, Spread figures) {
		return switch (take) {
			case "MEAN" -> figures.trimmed(node.object("trim")).mean();
			case "MEDIAN" -> figures.median();
			case "HIGHEST" -> figures.highest();
			case "LOWEST" -> figures.lowest();
			default -> throw node.unreadable("take");
		};
	}

	/**
	 * Own to best, or best to own where the lowest is the best; nothing where that
	 * divides by 0.
	 */
	static Optional<Rational> ratioToBest(Document node, Rational own, Spread group) {
		if (group.isEmpty()) {
			return Optional.empty();
		}
		boolean lowest = node.truth("lowest");
		Rational best = lowest ? group.lowest() : group.highest();
		Rational points = node.figure("points", Rational.HUNDRED);
		if (own.equals(best)) {
			return Optional.of(points);
		}
		Rational below = lowest ? own : best;
		return (below.sign() == 0) ? Optional.empty()
				: Optional.of((lowest ? best : own).over(below).times(points).atLeast(Rational.ZERO));
	}

	/** Points by the place in the group. */
	static Rational rankPoints(Document node, Rational own, Spread group) {
		Document ladder = node.object("ladder").orElseThrow(() -> node.unreadable("ladder"));
		List<Rational> figures = group.shares().stream().map(Spread.Share::figure).toList();
		boolean lowest = node.truth("lowest");
		long better = figures.stream().filter((other) -> lowest ? other.isBelow(own) : own.isBelow(other)).count();
		Rational first = ladder.required("first");
		Rational floor = ladder.figure("floor", Rational.ZERO);
		Rational step = ladder.figure("step")
			.orElseGet(() -> (figures.size() > 1) ? first.minus(floor).over(Rational.of(figures.size() - 1L))
					: Rational.ZERO);
		return first.minus(step.times(Rational.of(better))).atLeast(floor);
	}

	/** The points of the band that holds. */
	static Rational band(Document node, List<Document> parts, List<Rational> values) {
		Map<String, Rational> byCode = new HashMap<>();
		for (int part = 0; part < parts.size(); part++) {
			byCode.put(parts.get(part).text("code"), values.get(part));
		}
		return node.list("bands")
			.stream()
			.filter((band) -> band.list("when")
				.stream()
				.allMatch((condition) -> Edges.hold(condition,
						byCode.getOrDefault(condition.text("node", ""), values.getFirst()))))
			.map((band) -> band.required("points"))
			.findFirst()
			.orElseThrow(() -> node.unreadable("bands"));
	}

	/** The first to the second; nothing where the second is too small. */
	static Optional<Rational> ratio(Document node, List<Rational> values) {
		Rational below = values.get(1);
		if (below.sign() == 0 || node.figure("minimum").filter(below::isBelow).isPresent()) {
			return Optional.empty();
		}
		return Optional.of(values.getFirst().over(below).times(node.figure("per", Rational.HUNDRED)));
	}

}
