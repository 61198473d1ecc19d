package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Evaluated.Part;

/** Takes one figure out of several of a kind. */
final class StatisticEvaluator {

	private final Compound.Statistic node;

	private final List<Evaluated> parts;

	/** Places of the parts that have a value, from the lowest value. */
	private final List<Integer> rising;

	private StatisticEvaluator(Compound.Statistic node, List<Evaluated> parts) {
		this.node = node;
		this.parts = parts;
		this.rising = IntStream.range(0, parts.size())
			.boxed()
			.filter((place) -> parts.get(place).takesPart())
			.sorted(Comparator.comparing(this::value).thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	static Evaluated evaluate(Compound.Statistic node, List<Evaluated> parts) {
		StatisticEvaluator statistic = new StatisticEvaluator(node, parts);
		return statistic.rising.isEmpty() ? CompoundEvaluator.nothing(node, parts, "") : statistic.taken();
	}

	private Evaluated taken() {
		List<Integer> taken = chosen();
		BigDecimal many = BigDecimal.valueOf(taken.size());
		List<Exact> factors = new ArrayList<>(Collections.nCopies(this.parts.size(), Exact.ZERO));
		taken.forEach((place) -> factors.set(place, Exact.ONE.over(many)));
		List<Part> all = IntStream.range(0, this.parts.size())
			.mapToObj((place) -> new Part(this.parts.get(place), factors.get(place), this.node.full()))
			.toList();
		Exact sum = taken.stream().map(this::value).reduce(Exact.ZERO, Exact::plus);
		return Evaluated.counted(this.node, sum.over(many), () -> arithmetic(taken)).with(all);
	}

	private List<Integer> chosen() {
		int size = this.rising.size();
		return switch (this.node.take()) {
			case HIGHEST -> List.of(this.rising.getLast());
			case LOWEST -> List.of(this.rising.getFirst());
			case MEDIAN -> this.rising.subList((size - 1) / 2, size / 2 + 1);
			case MEAN -> this.rising.subList(trimmed(), size - trimmed());
		};
	}

	private int trimmed() {
		Trim trim = this.node.trim();
		return (trim != null) ? Math.toIntExact(trim.each(this.rising.size())) : 0;
	}

	private String arithmetic(List<Integer> taken) {
		return switch (this.node.take()) {
			case HIGHEST -> "max" + list(this.rising, ", ");
			case LOWEST -> "min" + list(this.rising, ", ");
			case MEDIAN -> "med" + list(this.rising, ", ");
			case MEAN -> list(taken, "+") + "÷" + taken.size();
		};
	}

	private String list(List<Integer> places, String between) {
		return places.stream()
			.sorted()
			.map((place) -> Arithmetic.figure(this.parts.get(place).shownValue()))
			.collect(Collectors.joining(between, "(", ")"));
	}

	private Exact value(int place) {
		return Objects.requireNonNull(this.parts.get(place).value());
	}

}
