package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A unit with its score and its place in the group.
 *
 * @param breakers what decides between equal scores, in order; empty values come last
 * @param rank its place, or null when it is not ranked or nothing could be counted
 */
record PlacedUnit(Candidate candidate, Evaluated total, BigDecimal score, List<Optional<Exact>> breakers,
		@Nullable Integer rank, List<String> vetoes) {

	/** Equal ones share a place. */
	static final Comparator<PlacedUnit> BETTER_FIRST = Comparator.comparing(PlacedUnit::score)
		.reversed()
		.thenComparing(PlacedUnit::breakers, PlacedUnit::compareBreakers);

	private static final Comparator<PlacedUnit> BEST_FIRST = BETTER_FIRST.thenComparing(PlacedUnit::unit);

	private static final Comparator<Optional<Exact>> HIGHER_FIRST = Comparator
		.comparing((Optional<Exact> value) -> value.isEmpty())
		.thenComparing((value) -> value.orElse(Exact.ZERO), Comparator.reverseOrder());

	private static int compareBreakers(List<Optional<Exact>> one, List<Optional<Exact>> other) {
		for (int i = 0; i < one.size(); i++) {
			int compared = HIGHER_FIRST.compare(one.get(i), other.get(i));
			if (compared != 0) {
				return compared;
			}
		}
		return 0;
	}

	String unit() {
		return this.candidate.unit();
	}

	String group() {
		return this.candidate.unitInputs().group();
	}

	boolean isRanked() {
		return this.total.takesPart() && !this.candidate.tree().apart();
	}

	/** The ranked ones from the best, then those without a place. */
	static List<PlacedUnit> place(List<PlacedUnit> scored, Ranking.Ties ties) {
		List<PlacedUnit> sorted = scored.stream().filter(PlacedUnit::isRanked).sorted(BEST_FIRST).toList();
		List<PlacedUnit> placed = new ArrayList<>();
		for (PlacedUnit unit : sorted) {
			placed.add(unit.at(rank(placed, unit, ties)));
		}
		scored.stream().filter((unit) -> !unit.isRanked()).sorted(BEST_FIRST).forEach(placed::add);
		return placed;
	}

	private static int rank(List<PlacedUnit> better, PlacedUnit next, Ranking.Ties ties) {
		Integer last = better.isEmpty() ? null : better.getLast().rank;
		if (last == null) {
			return 1;
		}
		if (BETTER_FIRST.compare(better.getLast(), next) == 0) {
			return last;
		}
		return (ties == Ranking.Ties.DENSE) ? last + 1 : better.size() + 1;
	}

	private PlacedUnit at(int place) {
		return new PlacedUnit(this.candidate, this.total, this.score, this.breakers, place, this.vetoes);
	}

}
