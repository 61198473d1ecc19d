package org.pingyi.verify.rules;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores the units and puts those that are ranked in their places. */
final class Places {

	private final Document ranking;

	private final Evaluation evaluation;

	/** The scores of all units that have one, by unit. */
	private final Map<String, Rational> scores = new HashMap<>();

	private final Comparator<UnitYear> order;

	Places(Document ranking, Evaluation evaluation, Iterable<UnitYear> units) {
		this.ranking = ranking;
		this.evaluation = evaluation;
		units.forEach((unit) -> evaluation.total(unit)
			.ifPresent((total) -> this.scores.put(unit.unit(),
					Rational.of(total.rounded(places(), RoundingMode.HALF_UP)))));
		this.order = order();
	}

	/** Decimals of the score. */
	int places() {
		return this.ranking.places();
	}

	Optional<Rational> score(UnitYear unit) {
		return Optional.ofNullable(this.scores.get(unit.unit()));
	}

	/** Whether it gets a place. */
	boolean ranked(UnitYear unit) {
		return this.scores.containsKey(unit.unit()) && !this.evaluation.apart(unit);
	}

	/** The better unit first; equal ones tie. */
	Comparator<UnitYear> order() {
		Comparator<UnitYear> best = Comparator.comparing((unit) -> this.scores.getOrDefault(unit.unit(), Rational.ZERO),
				Comparator.reverseOrder());
		for (String code : this.ranking.texts("tieBreakers")) {
			best = best.thenComparing((unit) -> this.evaluation.figure(unit, code).orElse(null),
					Comparator.nullsLast(Comparator.reverseOrder()));
		}
		return best;
	}

	/** The place of a unit among others. */
	int place(UnitYear unit, List<UnitYear> group) {
		List<UnitYear> better = group.stream().filter((other) -> this.order.compare(other, unit) < 0).toList();
		return 1 + (this.ranking.text("ties").equals("DENSE") ? (int) distinct(better) : better.size());
	}

	private long distinct(List<UnitYear> units) {
		List<UnitYear> sorted = units.stream().sorted(this.order).toList();
		long distinct = 0;
		for (int unit = 0; unit < sorted.size(); unit++) {
			distinct += (unit == 0 || this.order.compare(sorted.get(unit - 1), sorted.get(unit)) != 0) ? 1 : 0;
		}
		return distinct;
	}

}
