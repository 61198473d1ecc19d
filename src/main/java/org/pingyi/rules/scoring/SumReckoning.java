package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.pingyi.rules.scoring.Node.Weighted;
import org.pingyi.rules.scoring.Reckoned.Part;

/** Puts parts together, by their weights or as they are. */
final class SumReckoning {

	private final Function<Node, Reckoned> settle;

	/**
	 * @param settle what a part comes to after its missing rule
	 */
	SumReckoning(Function<Node, Reckoned> settle) {
		this.settle = settle;
	}

	Reckoned reckon(Node.WeightedSum node) {
		List<Reckoned> parts = node.children().stream().map(this.settle).toList();
		BigDecimal present = BigDecimal.ZERO;
		for (int i = 0; i < parts.size(); i++) {
			present = parts.get(i).takesPart() ? present.add(node.parts().get(i).weight()) : present;
		}
		return (present.signum() == 0) ? nothing(node, parts) : weigh(node, parts, present);
	}

	private static Reckoned weigh(Node.WeightedSum node, List<Reckoned> reckoned, BigDecimal present) {
		List<Part> parts = new ArrayList<>();
		Exact value = Exact.ZERO;
		for (int i = 0; i < reckoned.size(); i++) {
			Part part = part(node, node.parts().get(i), reckoned.get(i), present);
			parts.add(part);
			value = value.plus(contribution(part));
		}
		return Reckoned.counted(node, value, arithmetic(node, reckoned, present)).with(parts);
	}

	/** The weight of the absent goes to the present in proportion to theirs. */
	private static Part part(Node.WeightedSum node, Weighted weighted, Reckoned reckoned, BigDecimal present) {
		BigDecimal full = weighted.node().full();
		Exact factor = reckoned.takesPart() ? Exact.of(weighted.weight()).over(full) : Exact.ZERO;
		boolean shared = present.compareTo(node.total()) != 0;
		return new Part(reckoned, shared ? factor.times(node.total()).over(present) : factor, full);
	}

	private static Exact contribution(Part part) {
		Exact value = part.reckoned().value();
		return (value != null) ? value.times(part.factor()) : Exact.ZERO;
	}

	private static String arithmetic(Node.WeightedSum node, List<Reckoned> parts, BigDecimal present) {
		StringBuilder sum = new StringBuilder();
		for (int i = 0; i < parts.size(); i++) {
			if (parts.get(i).takesPart()) {
				Arithmetic.addTerm(sum, parts.get(i).shownValue());
				sum.append(share(node.parts().get(i)));
			}
		}
		boolean shared = present.compareTo(node.total()) != 0;
		return shared ? "(" + sum + ")×" + Arithmetic.figure(node.total()) + "÷" + Arithmetic.figure(present)
				: sum.toString();
	}

	/** A part that is written in points of the sum is added as it is. */
	private static String share(Weighted part) {
		BigDecimal full = part.node().full();
		String weight = Arithmetic.figure(part.weight());
		if (full.compareTo(part.weight()) == 0) {
			return "";
		}
		return (full.compareTo(Node.HUNDRED) == 0) ? "×" + weight + "%" : "×" + weight + "÷" + Arithmetic.figure(full);
	}

	Reckoned reckon(Node.PointsSum node) {
		List<Reckoned> parts = node.parts().stream().map(this.settle).toList();
		if (!parts.stream().allMatch(Reckoned::takesPart)) {
			return nothing(node, parts);
		}
		Exact value = Exact.ZERO;
		StringBuilder sum = new StringBuilder();
		for (Reckoned part : parts) {
			value = value.plus(Objects.requireNonNull(part.value()));
			Arithmetic.addTerm(sum, part.shownValue());
		}
		return Reckoned.counted(node, value, sum.toString()).with(parts.stream().map(Part::asItIs).toList());
	}

	/** A sum without anything to count: its parts are shown and are worth nothing. */
	private static Reckoned nothing(Node node, List<Reckoned> parts) {
		boolean applies = parts.stream().anyMatch((part) -> part.state() != Line.State.NOT_APPLICABLE);
		Reckoned empty = applies ? Reckoned.missing(node, "") : Reckoned.notApplicable(node);
		return empty.with(parts.stream().map((part) -> new Part(part, Exact.ZERO, null)).toList());
	}

}
