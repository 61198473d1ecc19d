package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Reckoned.Part;

/** Turns the values of parts into points; without one of them there is nothing. */
final class ConversionReckoning {

	private final GroupFigures group;

	ConversionReckoning(GroupFigures group) {
		this.group = group;
	}

	Reckoned reckon(Conversion node, List<Reckoned> parts) {
		if (!parts.stream().allMatch(Reckoned::takesPart)) {
			return CompoundReckoning.nothing(node, parts, "");
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

	private Reckoned ratioToBest(Conversion.RatioToBest node, List<Reckoned> parts) {
		Exact own = value(parts, 0);
		Exact best = best(node, own);
		if (own.compareTo(best) == 0) {
			return Reckoned.counted(node, Exact.of(node.points()), () -> ratio(own, best, node.points()))
				.from(shown(parts));
		}
		Exact above = node.lowest() ? best : own;
		Exact below = node.lowest() ? own : best;
		if (below.signum() <= 0) {
			return CompoundReckoning.nothing(node, parts, Arithmetic.figure(below.shown()) + "≤0");
		}
		return Reckoned
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

	private Reckoned rankPoints(Conversion.RankPoints node, List<Reckoned> parts) {
		String code = node.parts().getFirst().head().code();
		Ladder ladder = node.ladder();
		int place = this.group.place(code, value(parts, 0), node.lowest());
		int size = this.group.size(code);
		Exact step = ladder.step(size);
		Limits limits = new Limits(node, ladder.floor(), null);
		Exact stepped = Exact.of(ladder.first()).minus(step.times(BigDecimal.valueOf(place - 1L)));
		return Reckoned
			.counted(node, limits.within(stepped),
					() -> limits.arithmetic(place + "/" + size + Arithmetic.STEP + Arithmetic.figure(ladder.first())
							+ "−" + (place - 1) + "×" + Arithmetic.figure(step.shown()), stepped))
			.from(shown(parts));
	}

	private Reckoned bands(Conversion.Bands node, List<Reckoned> parts) {
		List<String> codes = node.parts().stream().map((part) -> part.head().code()).toList();
		Optional<Conversion.Band> fitting = node.bands()
			.stream()
			.filter((
					band) -> band.when().stream().allMatch((when) -> when.range().holds(value(parts, at(codes, when)))))
			.findFirst();
		return fitting
			.map((band) -> Reckoned.counted(node, Exact.of(band.points()), () -> arithmetic(band, codes, parts))
				.from(shown(parts)))
			.orElseGet(() -> CompoundReckoning.nothing(node, parts, outside(parts)));
	}

	private static int at(List<String> codes, Conversion.Condition when) {
		return when.node().isEmpty() ? 0 : codes.indexOf(when.node());
	}

	/** The edges around each figure, and the points after the arrow. */
	private static String arithmetic(Conversion.Band band, List<String> codes, List<Reckoned> parts) {
		String edges = band.when()
			.stream()
			.map((when) -> Arithmetic.within(when.range(), value(parts, at(codes, when))))
			.collect(Collectors.joining(Arithmetic.STEP));
		return edges + "→" + Arithmetic.figure(band.points());
	}

	private static String outside(List<Reckoned> parts) {
		return IntStream.range(0, parts.size())
			.mapToObj((place) -> Arithmetic.figure(value(parts, place).shown()))
			.collect(Collectors.joining(Arithmetic.STEP)) + "→∅";
	}

	private static Reckoned ratio(Conversion.Ratio node, List<Reckoned> parts) {
		Exact below = value(parts, 1);
		if (below.signum() <= 0 || below.compareTo(Exact.of(node.minimum())) < 0) {
			String least = Arithmetic.figure(node.minimum().max(BigDecimal.ZERO));
			return CompoundReckoning.nothing(node, parts,
					Arithmetic.figure(below.shown()) + ((below.signum() <= 0) ? "≤0" : "<" + least));
		}
		Exact above = value(parts, 0);
		return Reckoned
			.counted(node, above.over(below).times(node.per()),
					() -> Arithmetic.figure(above.shown()) + "÷" + Arithmetic.figure(below.shown())
							+ ((node.per().compareTo(BigDecimal.ONE) == 0) ? "" : "×" + Arithmetic.figure(node.per())))
			.from(shown(parts));
	}

	private static Reckoned linear(Conversion.Linear node, List<Reckoned> parts) {
		Exact figure = value(parts, 0);
		Exact line = figure.times(node.factor()).plus(Exact.of(node.plus()));
		Limits limits = new Limits(node, node.floor(), node.cap());
		return Reckoned.counted(node, limits.within(line), () -> limits.arithmetic(terms(node, figure), line))
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

	private static List<Part> shown(List<Reckoned> parts) {
		return parts.stream().map(Part::shown).toList();
	}

	private static Exact value(List<Reckoned> parts, int place) {
		return Objects.requireNonNull(parts.get(place).value());
	}

}
