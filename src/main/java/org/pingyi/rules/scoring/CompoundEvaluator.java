package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Evaluated.Part;

/** Puts parts together: by their weights, as they are, as factors, or one of them. */
final class CompoundEvaluator {

	private CompoundEvaluator() {
	}

	/**
	 * Puts a node together.
	 * @param parts what its parts came to after their missing rules, in their order
	 */
	static Evaluated evaluate(Compound node, List<Evaluated> parts) {
		return switch (node) {
			case Compound.WeightedSum sum -> weightedSum(sum, parts);
			case Compound.PointsSum sum -> pointsSum(sum, parts);
			case Compound.Product product -> product(product, parts);
			case Compound.Statistic statistic -> StatisticEvaluator.evaluate(statistic, parts);
		};
	}

	private static Evaluated weightedSum(Compound.WeightedSum node, List<Evaluated> parts) {
		Set<Integer> present = IntStream.range(0, parts.size())
			.filter((place) -> parts.get(place).takesPart())
			.boxed()
			.collect(Collectors.toSet());
		Shares shares = Shares.of(node, present);
		if (!present.isEmpty() && shares.isComplete()) {
			return weigh(node, parts, shares);
		}
		String carried = present.isEmpty() ? ""
				: Arithmetic.figure(shares.carried().shown()) + "<" + Arithmetic.figure(node.total());
		return nothing(node, parts, carried);
	}

	private static Evaluated weigh(Compound.WeightedSum node, List<Evaluated> evaluated, Shares shares) {
		List<Part> parts = new ArrayList<>();
		Exact value = Exact.ZERO;
		for (int i = 0; i < evaluated.size(); i++) {
			BigDecimal full = node.parts().get(i).node().full();
			Part part = new Part(evaluated.get(i), shares.weights().get(i).over(full), full);
			parts.add(part);
			value = value.plus(contribution(part));
		}
		return Evaluated.counted(node, value, () -> WeightedArithmetic.of(node, evaluated, shares)).with(parts);
	}

	private static Exact contribution(Part part) {
		Exact value = part.evaluated().value();
		return (value != null) ? value.times(part.factor()) : Exact.ZERO;
	}

	private static Evaluated pointsSum(Compound.PointsSum node, List<Evaluated> parts) {
		if (!parts.stream().allMatch(Evaluated::takesPart)) {
			return nothing(node, parts, "");
		}
		Exact sum = Exact.ZERO;
		for (Evaluated part : parts) {
			sum = sum.plus(Objects.requireNonNull(part.value()));
		}
		Exact whole = sum;
		Bounds limits = new Bounds(node, node.floor(), node.cap());
		List<Part> all = new ArrayList<>(parts.stream().map(Part::asItIs).toList());
		limits.cut(whole).ifPresent(all::add);
		return Evaluated.counted(node, limits.within(whole), () -> limits.arithmetic(terms(parts), whole)).with(all);
	}

	private static String terms(List<Evaluated> parts) {
		StringBuilder terms = new StringBuilder();
		parts.forEach((part) -> Arithmetic.addTerm(terms, part.shownValue()));
		return terms.toString();
	}

	private static Evaluated product(Compound.Product node, List<Evaluated> parts) {
		Exact base = parts.getFirst().value();
		if (base == null) {
			return nothing(node, parts, "");
		}
		Exact factor = Exact.ONE;
		for (Evaluated part : parts.subList(1, parts.size())) {
			Exact value = part.value();
			if (value != null) {
				factor = factor.times(value).over(node.per());
			}
		}
		List<Part> all = new ArrayList<>(parts.stream().skip(1).map(Part::shown).toList());
		all.addFirst(new Part(parts.getFirst(), factor, node.full()));
		return Evaluated.counted(node, base.times(factor), () -> factors(node, parts)).with(all);
	}

	private static String factors(Compound.Product node, List<Evaluated> parts) {
		return Arithmetic.figure(parts.getFirst().shownValue()) + parts.stream()
			.skip(1)
			.filter(Evaluated::takesPart)
			.map((part) -> "×" + Arithmetic.figure(part.shownValue()) + Arithmetic.by(node.per()))
			.collect(Collectors.joining());
	}

	/** A node without enough to count: its parts are shown and are worth nothing. */
	static Evaluated nothing(Node node, List<Evaluated> parts, String arithmetic) {
		boolean applies = parts.stream().anyMatch((part) -> part.state() != Line.State.NOT_APPLICABLE);
		Evaluated empty = applies ? Evaluated.missing(node, arithmetic) : Evaluated.notApplicable(node);
		return empty.with(parts.stream().map(Part::shown).toList());
	}

}
