package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Evaluated.Part;

/** Turns the values of parts into points; without one of them there is nothing. */
final class ConversionEvaluator {

	private final GroupFigures group;

	ConversionEvaluator(GroupFigures group) {
		this.group = group;
	}

	Evaluated evaluate(Conversion node, List<Evaluated> parts) {
		if (!parts.stream().allMatch(Evaluated::takesPart)) {
			return CompoundEvaluator.nothing(node, parts, "");
		}
		return switch (node) {
			case Conversion.RatioToBest ratio -> ratioToBest(ratio, parts);
			case Conversion.RankPoints rank -> rankPoints(rank, parts);
			case Conversion.Bands bands -> bands(bands, parts);
			case Conversion.Ratio ratio -> ratio(ratio, parts);
			case Conversion.Linear linear -> linear(linear, parts);
			case Conversion.Reference reference -> throw new IllegalArgumentException(reference.kind());
		};
	}

	private Evaluated ratioToBest(Conversion.RatioToBest node, List<Evaluated> parts) {
		Exact own = value(parts, 0);
		Exact best = best(node, own);
		if (own.compareTo(best) == 0) {
			return Evaluated.counted(node, Exact.of(node.points()), () -> ratio(own, best, node.points()))
				.from(shown(parts));
		}
		Exact above = node.lowest() ? best : own;
		Exact below = node.lowest() ? own : best;
		if (below.signum() <= 0) {
			return CompoundEvaluator.nothing(node, parts, Arithmetic.figure(below.shown()) + "≤0");
		}
		return Evaluated
			.counted(node, above.max(Exact.ZERO).over(below).times(node.points()),
					() -> ratio(above, below, node.points()))
			.from(shown(parts));
	}

	private static String ratio(Exact above, Exact below, BigDecimal times) {
		return Arithmetic.figure(above.shown()) + "÷" + Arithmetic.figure(below.shown()) + "×"
				+ Arithmetic.figure(times);
	}

	/** A mean that stands in for a unit can be better than what any unit has. */
	private Exact best(Conversion.RatioToBest node, Exact own) {
		String code = node.parts().getFirst().head().code();
		if (this.group.size(code) == 0) {
			return own;
		}
		Exact best = this.group.best(code, node.lowest());
		return node.lowest() ? best.min(own) : best.max(own);
	}

	private Evaluated rankPoints(Conversion.RankPoints node, List<Evaluated> parts) {
		String code = node.parts().getFirst().head().code();
		Ladder ladder = node.ladder();
		int place = this.group.place(code, value(parts, 0), node.lowest());
		int size = this.group.size(code);
		Exact step = ladder.step(size);
		Bounds limits = new Bounds(node, ladder.floor(), null);
		Exact stepped = Exact.of(ladder.first()).minus(step.times(BigDecimal.valueOf(place - 1L)));
		return Evaluated
			.counted(node, limits.within(stepped),
					() -> limits.arithmetic(place + "/" + size + Arithmetic.STEP + Arithmetic.figure(ladder.first())
							+ "−" + (place - 1) + "×" + Arithmetic.figure(step.shown()), stepped))
			.from(shown(parts));
	}

	private Evaluated bands(Conversion.Bands node, List<Evaluated> parts) {
		List<String> codes = node.parts().stream().map((part) -> part.head().code()).toList();
		Optional<Conversion.Band> fitting = node.bands()
			.stream()
			.filter((
					band) -> band.when().stream().allMatch((when) -> when.range().holds(value(parts, at(codes, when)))))
			.findFirst();
		return fitting
			.map((band) -> Evaluated.counted(node, Exact.of(band.points()), () -> arithmetic(band, codes, parts))
				.from(shown(parts)))
			.orElseGet(() -> CompoundEvaluator.nothing(node, parts, outside(parts)));
	}

	private static int at(List<String> codes, Conversion.Condition when) {
		return when.node().isEmpty() ? 0 : codes.indexOf(when.node());
	}

	/** The edges around each figure, and the points after the arrow. */
	private static String arithmetic(Conversion.Band band, List<String> codes, List<Evaluated> parts) {
		String edges = band.when()
			.stream()
			.map((when) -> Arithmetic.within(when.range(), value(parts, at(codes, when))))
			.collect(Collectors.joining(Arithmetic.STEP));
		return edges + "→" + Arithmetic.figure(band.points());
	}

	private static String outside(List<Evaluated> parts) {
		return IntStream.range(0, parts.size())
			.mapToObj((place) -> Arithmetic.figure(value(parts, place).shown()))
			.collect(Collectors.joining(Arithmetic.STEP)) + "→∅";
	}

	private static Evaluated ratio(Conversion.Ratio node, List<Evaluated> parts) {
		Exact below = value(parts, 1);
		if (below.signum() <= 0 || below.compareTo(Exact.of(node.minimum())) < 0) {
			String least = Arithmetic.figure(node.minimum().max(BigDecimal.ZERO));
			return CompoundEvaluator.nothing(node, parts,
					Arithmetic.figure(below.shown()) + ((below.signum() <= 0) ? "≤0" : "<" + least));
		}
		Exact above = value(parts, 0);
		return Evaluated
			.counted(node, above.over(below).times(node.per()),
					() -> Arithmetic.figure(above.shown()) + "÷" + Arithmetic.figure(below.shown())
							+ ((node.per().compareTo(BigDecimal.ONE) == 0) ? "" : "×" + Arithmetic.figure(node.per())))
			.from(shown(parts));
	}

	private static Evaluated linear(Conversion.Linear node, List<Evaluated> parts) {
		Exact figure = value(parts, 0);
		Exact line = figure.times(node.factor()).plus(Exact.of(node.plus()));
		Bounds limits = new Bounds(node, node.floor(), node.cap());
		return Evaluated.counted(node, limits.within(line), () -> limits.arithmetic(terms(node, figure), line))
			.from(shown(parts));
	}

	private static String terms(Conversion.Linear node, Exact figure) {
		StringBuilder terms = new StringBuilder(
				Arithmetic.figure(node.factor()) + "×" + Arithmetic.figure(figure.shown()));
		if (node.plus().signum() != 0) {
			Arithmetic.addTerm(terms, node.plus());
		}
		return terms.toString();
	}

	private static List<Part> shown(List<Evaluated> parts) {
		return parts.stream().map(Part::shown).toList();
	}

	private static Exact value(List<Evaluated> parts, int place) {
		return Objects.requireNonNull(parts.get(place).value());
	}

}
