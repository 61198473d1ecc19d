package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Explanation.Gap;
import org.pingyi.rules.scoring.Explanation.Place;
import org.pingyi.rules.scoring.Explanation.Why;

/** Collects the facts of an {@link Explanation}. */
final class ExplanationBuilder {

	private final Rules rules;

	private final Scorecard card;

	/** The units of the group that have a place, from the best. */
	private final List<Explanation.Ranked> ranked;

	private final Function<String, Scorecard> cards;

	private final Function<String, Set<String>> withheld;

	ExplanationBuilder(Rules rules, Scorecard card, List<Explanation.Ranked> ranked, Function<String, Scorecard> cards,
			Function<String, Set<String>> withheld) {
		this.rules = rules;
		this.card = card;
		this.ranked = ranked;
		this.cards = cards;
		this.withheld = withheld;
	}

	Explanation explanation() {
		List<Line> provisional = new ArrayList<>();
		List<Line> absent = new ArrayList<>();
		if (this.card.hasScore()) {
			collect(this.card.total(), provisional, absent);
		}
		else {
			collectLacking(this.card.total(), absent);
		}
		return new Explanation(this.card, place(), this.ranked.size(), sharing(), decidedBy(), provisional, absent,
				gap());
	}

	private Place place() {
		if (this.card.rank() != null) {
			return (this.ranked.size() == 1) ? Place.ALONE : Place.RANKED;
		}
		return this.card.hasScore() ? Place.APART : Place.NO_DATA;
	}

	private long sharing() {
		return this.ranked.stream()
			.filter((other) -> !other.unit().equals(this.card.unit()) && other.rank() == rank())
			.count();
	}

	/** Lines below a line that something stood in for took no part by themselves. */
	private static void collect(Line line, List<Line> provisional, List<Line> absent) {
		if (line.missing() != null) {
			absent.add(line);
			return;
		}
		if (line.state() == Line.State.PROVISIONAL) {
			provisional.add(line);
		}
		line.parts().forEach((part) -> collect(part, provisional, absent));
	}

	/** Nothing stands in for a total: it lacks what the lines below it lack. */
	private static void collectLacking(Line line, List<Line> lacking) {
		List<Line> below = line.parts()
			.stream()
			.filter((part) -> part.value() == null && part.state() == Line.State.MISSING)
			.toList();
		if (below.isEmpty()) {
			lacking.add(line);
		}
		below.forEach((part) -> collectLacking(part, lacking));
	}

	private @Nullable String decidedBy() {
		AdjustmentRules all = this.rules.adjustments();
		Set<String> codes = new HashSet<>(this.card.vetoes());
		all.bonuses().forEach((bonus) -> codes.add(bonus.code()));
		all.deductions().forEach((deduction) -> codes.add(deduction.code()));
		all.vetoes().forEach((veto) -> codes.add(veto.code()));
		return Arrays.stream(this.card.gradeReason().split(Arithmetic.STEP))
			.filter(codes::contains)
			.findFirst()
			.orElse(null);
	}

	private @Nullable Gap gap() {
		if (this.card.rank() == null) {
			return null;
		}
		List<Explanation.Ranked> above = this.ranked.stream().filter((other) -> other.rank() < rank()).toList();
		if (above.isEmpty()) {
			return this.ranked.stream()
				.filter((other) -> other.rank() > rank())
				.findFirst()
				.map((second) -> gap(second, Why.RUNNER_UP))
				.orElse(null);
		}
		// Where a veto or an event decided the grade, no points part the unit from a
		// better one.
		boolean byPoints = decidedBy() == null;
		return (byPoints ? lastOfNextGrade(above) : Optional.<Explanation.Ranked>empty())
			.map((last) -> gap(last, Why.BETTER_GRADE))
			.orElseGet(() -> gap(above.getLast(), Why.JUST_ABOVE));
	}

	/** A better grade may stand below, where a veto or a quota kept this unit from it. */
	private Optional<Explanation.Ranked> lastOfNextGrade(List<Explanation.Ranked> above) {
		List<String> better = this.rules.ranking()
			.grades()
			.stream()
			.map(Grade::code)
			.takeWhile((grade) -> !grade.equals(this.card.grade()))
			.toList();
		return better.size() == this.rules.ranking().grades().size() ? Optional.empty()
				: better.reversed().stream().flatMap((grade) -> last(above, grade)).findFirst();
	}

	private static Stream<Explanation.Ranked> last(List<Explanation.Ranked> above, String grade) {
		return above.reversed().stream().filter((other) -> other.grade().equals(grade)).limit(1);
	}

	private Gap gap(Explanation.Ranked ranked, Why why) {
		Scorecard other = this.cards.apply(ranked.unit());
		Set<String> unnamed = new HashSet<>(this.withheld.apply(this.card.unit()));
		unnamed.addAll(this.withheld.apply(other.unit()));
		BigDecimal points = this.card.score().subtract(other.score());
		return new Gap(other, why, points, new Reasons(this.rules).of(this.card, other, points, unnamed));
	}

	private int rank() {
		Integer rank = this.card.rank();
		return (rank != null) ? rank : Integer.MAX_VALUE;
	}

}
