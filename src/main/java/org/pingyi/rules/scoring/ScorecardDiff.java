package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Two scorecards side by side, line by line (得分明细对比). What the rows add by themselves
 * comes to the difference of the scores exactly.
 *
 * @param before the first
 * @param after the second
 * @param rows each line of either once: those of the first in its order, then those that
 * only the second has in its order
 */
public record ScorecardDiff(Scorecard before, Scorecard after, List<Row> rows) {

	/**
	 * A line of either or both. Lines are the same by the code of their node, events by
	 * their document too.
	 *
	 * @param node code of the node
	 * @param depth how deep it stands, from 0
	 * @param before the line of the first, or null
	 * @param after the line of the second, or null
	 */
	public record Row(String node, int depth, @Nullable Line before, @Nullable Line after) {

		/** How many points more the second has; an absent line has none. */
		public BigDecimal points() {
			return points(this.after).subtract(points(this.before));
		}

		/** What it adds by itself to the difference of the scores: only leaves do. */
		public BigDecimal leafPoints() {
			return leafPoints(this.after).subtract(leafPoints(this.before));
		}

		/** How much its own value rose, where both have one. */
		public Optional<BigDecimal> value() {
			return difference(Line::value, BigDecimal::subtract);
		}

		/** How many more forms were handed out, where both say so. */
		public Optional<Long> issued() {
			return difference(Line::issued, Math::subtractExact);
		}

		/** How many more ballots were valid, where both say so. */
		public Optional<Long> valid() {
			return difference(Line::valid, Math::subtractExact);
		}

		/** How many more answers had a value, where both say so. */
		public Optional<Long> rated() {
			return difference(Line::rated, Math::subtractExact);
		}

		/** The line as the second has it, or else the first. */
		public Line line() {
			return (this.after != null) ? this.after : Objects.requireNonNull(this.before);
		}

		/** Whether anything differs but what stands below it. */
		public boolean isChanged() {
			return this.before == null || this.after == null || points().signum() != 0
					|| !bare(this.before).equals(bare(this.after));
		}

		private <T> Optional<T> difference(Function<Line, @Nullable T> figure, BinaryOperator<T> minus) {
			Optional<T> from = Optional.ofNullable(this.before).map(figure);
			return Optional.ofNullable(this.after).map(figure).flatMap((to) -> from.map((old) -> minus.apply(to, old)));
		}

		private static BigDecimal points(@Nullable Line line) {
			return (line != null) ? line.points() : BigDecimal.ZERO;
		}

		private static BigDecimal leafPoints(@Nullable Line line) {
			return (line != null && line.parts().isEmpty()) ? line.points() : BigDecimal.ZERO;
		}

		private static Line bare(Line line) {
			return new Line(line.node(), line.name(), line.clause(), line.rule(), line.state(), line.missing(),
					line.issued(), line.valid(), line.rated(), line.value(), line.weight(), BigDecimal.ZERO,
					line.arithmetic(), List.of());
		}

	}

	/** How many points more the second has. */
	public BigDecimal points() {
		return this.after.score().subtract(this.before.score());
	}

	/** Whether any line differs. */
	public boolean isChanged() {
		return this.rows.stream().anyMatch(Row::isChanged);
	}

	static ScorecardDiff of(Scorecard before, Scorecard after) {
		Map<Key, Placed> from = lines(before);
		Map<Key, Placed> to = lines(after);
		Map<Key, Row> rows = new LinkedHashMap<>();
		from.forEach((key, line) -> rows.put(key, row(line, line.line(), line(to.get(key)))));
		to.forEach((key, line) -> rows.putIfAbsent(key, row(line, null, line.line())));
		return new ScorecardDiff(before, after, List.copyOf(rows.values()));
	}

	private static Row row(Placed placed, @Nullable Line before, @Nullable Line after) {
		return new Row(placed.line().node(), placed.depth(), before, after);
	}

	private static @Nullable Line line(@Nullable Placed placed) {
		return (placed != null) ? placed.line() : null;
	}

	/**
	 * What makes two lines the same.
	 *
	 * @param document the name of an event, which says what it rests on; "" for others
	 * @param nth which of several that are alike in all this, from 0
	 */
	private record Key(String node, String document, int nth) {
	}

	private record Placed(int depth, Line line) {
	}

	private static Map<Key, Placed> lines(Scorecard card) {
		List<Placed> all = new ArrayList<>();
		lay(card.total(), 0, all);
		Map<Key, Integer> seen = new HashMap<>();
		Map<Key, Placed> lines = new LinkedHashMap<>();
		for (Placed placed : all) {
			Key first = key(placed.line());
			int nth = seen.merge(first, 1, Integer::sum) - 1;
			lines.put(new Key(first.node(), first.document(), nth), placed);
		}
		return lines;
	}

	private static Key key(Line line) {
		return new Key(line.node(), LedgerEvaluator.EVENT.equals(line.rule()) ? line.name().zh() : "", 0);
	}

	private static void lay(Line line, int depth, List<Placed> lines) {
		lines.add(new Placed(depth, line));
		line.parts().forEach((part) -> lay(part, depth + 1, lines));
	}

}
