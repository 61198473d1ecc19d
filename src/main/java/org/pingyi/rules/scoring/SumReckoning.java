package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

	private static Reckoned weigh(Node.WeightedSum node, List<Reckoned> reckoned, Shares shares) {
		List<Part> parts = new ArrayList<>();
		Exact value = Exact.ZERO;
		for (int i = 0; i < reckoned.size(); i++) {
			BigDecimal full = node.parts().get(i).node().full();
			Part part = new Part(reckoned.get(i), shares.weights().get(i).over(full), full);
			parts.add(part);
			value = value.plus(contribution(part));
		}
		return Reckoned.counted(node, value, WeightedArithmetic.of(node, reckoned, shares)).with(parts);
	}

	private static Exact contribution(Part part) {
		Exact value = part.reckoned().value();
		return (value != null) ? value.times(part.factor()) : Exact.ZERO;
	}

	Reckoned reckon(Node.PointsSum node) {
		List<Reckoned> parts = node.parts().stream().map(this.settle).toList();
		if (!parts.stream().allMatch(Reckoned::takesPart)) {
			return nothing(node, parts, "");
		}
		Exact value = Exact.ZERO;
		StringBuilder sum = new StringBuilder();
		for (Reckoned part : parts) {
			value = value.plus(Objects.requireNonNull(part.value()));
			Arithmetic.addTerm(sum, part.shownValue());
		}
		return Reckoned.counted(node, value, sum.toString()).with(parts.stream().map(Part::asItIs).toList());
	}

	/** A sum without enough to count: its parts are shown and are worth nothing. */
	private static Reckoned nothing(Node node, List<Reckoned> parts, String arithmetic) {
		boolean applies = parts.stream().anyMatch((part) -> part.state() != Line.State.NOT_APPLICABLE);
		Reckoned empty = applies ? Reckoned.missing(node, arithmetic) : Reckoned.notApplicable(node);
		return empty.with(parts.stream().map((part) -> new Part(part, Exact.ZERO, null)).toList());
	}

}
