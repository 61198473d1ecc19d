package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Splits the ballot lines of a scorecard into their items. */
final class ItemEvaluator {

	private final Rules rules;

	private final BallotLines lines;

	private final List<ItemPoints> items = new ArrayList<>();

	ItemEvaluator(Rules rules, Inputs inputs, Scorecard card) {
		this.rules = rules;
		this.lines = new BallotLines(rules, inputs, card);
	}

	List<ItemPoints> items() {
		this.lines.each((poll, line) -> this.items.add(items(poll, line)));
		return List.copyOf(this.items);
	}

	private ItemPoints items(Poll poll, Line line) {
		boolean counted = line.state() == Line.State.COUNTED || line.state() == Line.State.PROVISIONAL;
		BallotCount count = new BallotCount(this.rules, poll.sample(), this.lines.unitInputs());
		List<ItemTally> rated = counted ? answered(poll, count) : List.of();
		if (rated.isEmpty() || !addsUp(poll, rated)) {
			return new ItemPoints(line.node(), List.of(), line.points());
		}
		List<ItemPoints.Share> shares = shares(poll, line, rated, new ItemAverage(poll, count.scale(), rated).value());
		BigDecimal sum = shares.stream().map(ItemPoints.Share::points).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new ItemPoints(line.node(), shares, Exact.plain(line.points().subtract(sum)));
	}

	private static List<ItemTally> answered(Poll poll, BallotCount count) {
		Integer level = poll.sample().silence();
		return (level == null || count.silent() == 0) ? count.rated() : count.withSilence(level);
	}

	/** The middle or the inner part of one pot cannot be split by items. */
	private static boolean addsUp(Poll poll, List<ItemTally> rated) {
		boolean plain = switch (poll) {
			case Poll.BallotPoints points -> points.centre() == Poll.Centre.MEAN && points.trim() == null;
			case Poll.BallotRate rate -> true;
			case Poll.ReturnRate rate -> true;
		};
		return plain || rated.size() == 1 || poll.average() == Poll.Average.ITEM_MEANS;
	}

	/**
	 * Each item's part of the average: its figure by what it weighs in the average.
	 * @param average the average of all of them, on 0 to 100
	 */
	private static List<ItemPoints.Share> shares(Poll poll, Line line, List<ItemTally> rated, Exact average) {
		AnswerFigure figure = AnswerFigure.of(poll);
		List<Exact> terms = rated.stream().map((item) -> figure.of(item.answers()).times(weight(poll, item))).toList();
		Exact whole = terms.stream().reduce(Exact.ZERO, Exact::plus);
		Exact each = (whole.signum() == 0) ? Exact.ZERO : average.over(whole).times(factor(line));
		List<ItemPoints.Share> shares = new ArrayList<>();
		for (int i = 0; i < rated.size(); i++) {
			ItemTally item = rated.get(i);
			shares.add(new ItemPoints.Share(item.number(), item.item(), item.rated(),
					Exact.plain(figure.of(item.answers()).rounded(Arithmetic.PLACES)),
					terms.get(i).times(each).shown()));
		}
		return List.copyOf(shares);
	}

	/** In one pot an item weighs as much as it was answered. */
	private static BigDecimal weight(Poll poll, ItemTally item) {
		return (poll.average() == Poll.Average.POOLED) ? item.weight().multiply(item.answers().ballots())
				: item.weight();
	}

	/** How much one point of the line's value adds to the score. */
	private static Exact factor(Line line) {
		BigDecimal weight = line.weight();
		BigDecimal value = line.value();
		if (weight != null) {
			return Exact.of(weight).over(Node.HUNDRED);
		}
		return (value == null || value.signum() == 0) ? Exact.ZERO : Exact.of(line.points()).over(Exact.of(value));
	}

}
