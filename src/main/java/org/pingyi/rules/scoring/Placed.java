package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A unit with its score and its place in the group.
 *
 * @param rank its place, or null when nothing could be counted
 */
record Placed(Candidate candidate, Reckoned total, BigDecimal score, @Nullable Integer rank, List<String> vetoes) {

	private static final Comparator<Placed> BEST_FIRST = Comparator.comparing(Placed::score)
		.reversed()
		.thenComparing(Placed::unit);

	String unit() {
		return this.candidate.unit();
	}

	/** The ranked ones from the best, then those without a place. */
	static List<Placed> place(List<Placed> scored, Ranking.Ties ties) {
		List<Placed> sorted = scored.stream().filter((unit) -> unit.total.takesPart()).sorted(BEST_FIRST).toList();
		List<Placed> placed = new ArrayList<>();
		for (Placed unit : sorted) {
			placed.add(unit.at(rank(placed, unit, ties)));
		}
		scored.stream().filter((unit) -> !unit.total.takesPart()).sorted(BEST_FIRST).forEach(placed::add);
		return placed;
	}

	private static int rank(List<Placed> better, Placed next, Ranking.Ties ties) {
		Integer last = better.isEmpty() ? null : better.get(better.size() - 1).rank;
		if (last == null) {
			return 1;
		}
		if (better.get(better.size() - 1).score.compareTo(next.score) == 0) {
			return last;
		}
		return (ties == Ranking.Ties.DENSE) ? last + 1 : better.size() + 1;
	}

	private Placed at(int place) {
		return new Placed(this.candidate, this.total, this.score, place, this.vetoes);
	}

}
