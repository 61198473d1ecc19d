package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Conversion.Condition;
import org.pingyi.rules.scoring.Inputs.Memory;

/** Answers what the conditions of grades and marks ask, all but their quotas. */
final class Eligibility {

	private final BiFunction<PlacedUnit, String, Optional<Exact>> values;

	private final Map<String, Set<Memory>> memories = new HashMap<>();

	/**
	 * @param values what a node came to for a unit
	 * @param memories grades and marks of earlier years
	 */
	Eligibility(BiFunction<PlacedUnit, String, Optional<Exact>> values, List<Memory> memories) {
		this.values = values;
		memories
			.forEach((memory) -> this.memories.computeIfAbsent(memory.unit(), (unit) -> new HashSet<>()).add(memory));
	}

	/**
	 * Whether everything holds but the quota.
	 * @param given what the unit has been given before, this year
	 */
	boolean fits(PlacedUnit unit, When when, List<String> given) {
		return (when.groups().isEmpty() || when.groups().contains(unit.group()))
				&& (when.events().isEmpty() || event(unit, when.events()).isPresent())
				&& event(unit, when.without()).isEmpty() && given.containsAll(when.given())
				&& remembers(unit, when.past()) && liesWithin(unit, when);
	}

	private static Optional<String> event(PlacedUnit unit, List<String> rules) {
		return unit.candidate()
			.unitInputs()
			.events()
			.stream()
			.map(Inputs.Event::rule)
			.filter(rules::contains)
			.findFirst();
	}

	private boolean remembers(PlacedUnit unit, When.@Nullable Past past) {
		return past == null || IntStream.rangeClosed(1, past.years())
			.mapToObj((year) -> new Memory(unit.unit(), past.code(), year))
			.allMatch(this.memories.getOrDefault(unit.unit(), Set.of())::contains);
	}

	private boolean liesWithin(PlacedUnit unit, When when) {
		return conditions(when).allMatch((condition) -> condition.range().isAll()
				|| figure(unit, condition).filter(condition.range()::holds).isPresent());
	}

	private static Stream<Condition> conditions(When when) {
		return Stream.concat(Stream.of(new Condition(when.node(), when.range())), when.where().stream());
	}

	private Optional<Exact> figure(PlacedUnit unit, Condition condition) {
		return condition.node().isEmpty() ? Optional.of(Exact.of(unit.score()))
				: this.values.apply(unit, condition.node());
	}

	/** What speaks for the unit, in figures: {@code 92.00≥90}. */
	List<String> figures(PlacedUnit unit, When when) {
		Stream<String> edges = conditions(when).flatMap((condition) -> edges(unit, condition));
		return Stream.concat(event(unit, when.events()).stream(), edges).toList();
	}

	private Stream<String> edges(PlacedUnit unit, Condition condition) {
		Range range = condition.range();
		String score = condition.node().isEmpty() ? unit.score().toPlainString() : "";
		return figure(unit, condition).stream()
			.map((value) -> score.isEmpty() ? Arithmetic.figure(value.shown()) : score)
			.flatMap((shown) -> Stream
				.of(edge(shown, "≥", range.from()), edge(shown, ">", range.above()), edge(shown, "≤", range.to()),
						edge(shown, "<", range.below()))
				.flatMap(Optional::stream));
	}

	private static Optional<String> edge(String shown, String sign, @Nullable BigDecimal edge) {
		return Optional.ofNullable(edge).map((figure) -> shown + sign + Arithmetic.figure(figure));
	}

	/** The edge that the unit missed in the rule before. */
	String below(PlacedUnit unit, List<Ranking.GradeRule> rules, Ranking.GradeRule rule) {
		int index = rules.indexOf(rule);
		When before = (index > 0) ? rules.get(index - 1).when() : When.ALWAYS;
		boolean missed = before.isThreshold() && before.range().from() != null;
		return missed ? edge(unit.score().toPlainString(), "<", before.range().from()).orElse("") : "";
	}

}
