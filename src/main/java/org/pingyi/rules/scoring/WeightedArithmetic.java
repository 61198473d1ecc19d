package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

/** Writes a weighted sum in figures. */
final class WeightedArithmetic {

	private WeightedArithmetic() {
	}

	static String of(Compound.WeightedSum node, List<Evaluated> parts, Shares shares) {
		StringBuilder sum = new StringBuilder();
		BigDecimal present = BigDecimal.ZERO;
		for (int i = 0; i < parts.size(); i++) {
			Compound.Weighted part = node.parts().get(i);
			if (parts.get(i).takesPart()) {
				present = present.add(part.weight());
				Arithmetic.addTerm(sum, parts.get(i).shownValue());
				sum.append(share(part, shares.isBounded() ? shares.weights().get(i).shown() : part.weight()));
			}
		}
		boolean scaled = !shares.isBounded() && present.compareTo(node.total()) != 0;
		return scaled ? "(" + sum + ")×" + Arithmetic.figure(node.total()) + "÷" + Arithmetic.figure(present)
				: sum.toString();
	}

	/** A part that is written in points of the sum is added as it is. */
	private static String share(Compound.Weighted part, BigDecimal weight) {
		BigDecimal full = part.node().full();
		if (full.compareTo(weight) == 0) {
			return "";
		}
		return "×" + Arithmetic.figure(weight) + Arithmetic.by(full);
	}

}
