package org.pingyi.verify.rules;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures in their order, each with how much of one it counts as.
 *
 * @param shares from the lowest figure
 */
record Spread(List<Share> shares) {

	/** A figure and its weight above 0. */
	record Share(Rational figure, Rational weight) {
	}

	static Spread of(Stream<Share> shares) {
		return new Spread(shares.filter((share) -> share.weight().sign() > 0)
			.sorted(Comparator.comparing(Share::figure))
			.toList());
	}

	/** Figures that count as one each. */
	static Spread ofFigures(List<Rational> figures) {
		return of(figures.stream().map((figure) -> new Share(figure, Rational.ONE)));
	}

	/** How many figures there are, by their weights. */
	Rational size() {
		return Rational.sum(this.shares.stream().map(Share::weight).toList());
	}

	boolean isEmpty() {
		return this.shares.isEmpty();
	}

	Rational mean() {
		return Rational.sum(this.shares.stream().map((share) -> share.figure().times(share.weight())).toList())
			.over(size());
	}

	Rational lowest() {
		return this.shares.getFirst().figure();
	}

	Rational highest() {
		return this.shares.getLast().figure();
	}

	/**
	 * The figure in the middle; the mean of the two there are when the middle is between
	 * them.
	 */
	Rational median() {
		Rational half = size().over(Rational.of(2));
		Rational reached = Rational.ZERO;
		for (int share = 0; share < this.shares.size(); share++) {
			reached = reached.plus(this.shares.get(share).weight());
			if (half.isBelow(reached)) {
				return this.shares.get(share).figure();
			}
			if (half.equals(reached)) {
				return this.shares.get(share).figure().plus(this.shares.get(share + 1).figure()).over(Rational.of(2));
			}
		}
		throw new IllegalStateException("Nothing has no median");
	}

	/** What is left when both ends are trimmed; all of it where there are too few. */
	Spread trimmed(Optional<Document> trim) {
		return trim.filter((rule) -> !size().isBelow(rule.figure("from", Rational.ONE)))
			.map(this::trimmed)
			.orElse(this);
	}

	private Spread trimmed(Document trim) {
		Rational each = trim.figure("drop").orElseGet(() -> percent(trim.required("percent")));
		return new Spread(without(without(this.shares, each).reversed(), each).reversed());
	}

	/** A per cent of the whole figures, made whole again. */
	private Rational percent(Rational percent) {
		Rational figures = Rational.of(size().whole(RoundingMode.DOWN));
		return Rational.of(figures.times(percent).over(Rational.HUNDRED).whole(RoundingMode.DOWN));
	}

	/** The list without so much of its beginning. */
	private static List<Share> without(List<Share> shares, Rational weight) {
		Rational[] left = { weight };
		return shares.stream().map((share) -> {
			Rational taken = share.weight().atMost(left[0]);
			left[0] = left[0].minus(taken);
			return new Share(share.figure(), share.weight().minus(taken));
		}).filter((share) -> share.weight().sign() > 0).toList();
	}

}
