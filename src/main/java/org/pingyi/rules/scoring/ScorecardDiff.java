package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Line.Indented;

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
	 * A line of either or both. Lines are the same by the code of their node; events by
	 * their id, or where either scorecard has none, by their document.
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
			return difference((line) -> line.counts().issued(), Math::subtractExact);
		}

		/** How many more ballots were valid, where both say so. */
		public Optional<Long> valid() {
			return difference((line) -> line.counts().valid(), Math::subtractExact);
		}

		/** How many more answers had a value, where both say so. */
		public Optional<Long> rated() {
			return difference((line) -> line.counts().rated(), Math::subtractExact);
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
			return new Line(line.node(), "", line.name(), line.clause(), line.rule(), line.state(), line.missing(),
					line.counts(), line.value(), line.weight(), BigDecimal.ZERO, line.arithmetic(), List.of());
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
		boolean byIds = Stream.of(before, after).flatMap(ScorecardDiff::events).noneMatch((id) -> id.isEmpty());
		Map<Key, Indented> from = lines(before, byIds);
		Map<Key, Indented> to = lines(after, byIds);
		Map<Key, Row> rows = new LinkedHashMap<>();
		from.forEach((key, line) -> rows.put(key, row(line, line.line(), line(to.get(key)))));
		to.forEach((key, line) -> rows.putIfAbsent(key, row(line, null, line.line())));
		return new ScorecardDiff(before, after, List.copyOf(rows.values()));
	}

	private static Row row(Indented placed, @Nullable Line before, @Nullable Line after) {
		return new Row(placed.line().node(), placed.depth(), before, after);
	}

	private static @Nullable Line line(@Nullable Indented placed) {
		return (placed != null) ? placed.line() : null;
	}

	private static Stream<String> events(Scorecard card) {
		return card.total().all().filter(ScorecardDiff::isEvent).map(Line::event);
	}

	private static boolean isEvent(Line line) {
		return LedgerEvaluator.EVENT.equals(line.rule());
	}

	/**
	 * What makes two lines the same.
	 *
	 * @param event id of an event, or its name, which says what it rests on; "" for
	 * others
	 * @param nth which of several that are alike in all this, from 0
	 */
	private record Key(String node, String event, int nth) {
	}

	private static Map<Key, Indented> lines(Scorecard card, boolean byIds) {
		Map<Key, Integer> seen = new HashMap<>();
		Map<Key, Indented> lines = new LinkedHashMap<>();
		card.total().indented().forEach((placed) -> {
			Key first = key(placed.line(), byIds);
			int nth = seen.merge(first, 1, Integer::sum) - 1;
			lines.put(new Key(first.node(), first.event(), nth), placed);
		});
		return lines;
	}

	private static Key key(Line line, boolean byIds) {
		String named = byIds ? line.event() : line.name().zh();
		return new Key(line.node(), isEvent(line) ? named : "", 0);
	}

}
