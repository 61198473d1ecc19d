package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.Node.Missing;

/**
 * Lays an evaluated total out as lines that add up to the score exactly: whatever
 * rounding or a stand-in leaves between a line and its parts is a line of its own.
 */
final class Lines {

	static final String ROUNDING = "rounding";

	static final String GROUP_MEAN = "groupMean";

	static final String CONVERTED = "converted";

	private Lines() {
	}

	/** The root line of a score. */
	static Line total(Evaluated total, BigDecimal score) {
		return line(total, Exact.ONE, null, score);
	}

	private static Line line(Evaluated evaluated, Exact factor, @Nullable Exact weight, BigDecimal points) {
		List<Line> parts = parts(evaluated, factor);
		Label label = evaluated.label();
		Exact value = evaluated.value();
		return new Line(label.code(), label.event(), label.name(), label.clause(), label.rule(), evaluated.state(),
				evaluated.missing(), evaluated.counts(), (value != null) ? value.shown() : null,
				(weight != null) ? weight.shown() : null, points, evaluated.arithmetic(),
				parts.isEmpty() ? parts : balanced(evaluated, parts, points));
	}

	private static List<Line> parts(Evaluated whole, Exact factor) {
		List<Line> lines = new ArrayList<>();
		for (Evaluated.Part part : whole.parts()) {
			Exact own = factor.times(part.factor());
			Exact value = part.evaluated().value();
			BigDecimal full = part.full();
			lines.add(line(part.evaluated(), own, (full != null) ? own.times(full) : null,
					(value != null) ? value.times(own).shown() : BigDecimal.ZERO));
		}
		return lines;
	}

	private static List<Line> balanced(Evaluated whole, List<Line> parts, BigDecimal points) {
		BigDecimal sum = parts.stream().map(Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal rest = Exact.plain(points.subtract(sum));
		if (rest.signum() == 0) {
			return List.copyOf(parts);
		}
		List<Line> all = new ArrayList<>(parts);
		all.add(balance(whole, sum, points, rest));
		return List.copyOf(all);
	}

	private static Line balance(Evaluated whole, BigDecimal sum, BigDecimal points, BigDecimal rest) {
		String rule = (whole.missing() == Missing.GROUP_MEAN) ? GROUP_MEAN : whole.rest();
		Label label = whole.label();
		String arithmetic = Arithmetic.figure(sum) + "→" + points.toPlainString();
		return new Line(label.code() + "." + rule, "", label.name(), "", rule, Line.State.COUNTED, null, Counts.NONE,
				null, null, rest, arithmetic, List.of());
	}

}
