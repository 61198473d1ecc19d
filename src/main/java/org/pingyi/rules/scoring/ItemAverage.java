package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One figure out of the answers to several items, with its calculation. */
final class ItemAverage {

	private final Scale scale;

	private final List<ItemTally> items;

	private final AnswerFigure figure;

	/** Whether the points of this node are marks out of something else than 100. */
	private final boolean stretched;

	/** Whether all items weigh the same, so that weights need not be shown. */
	private final boolean alike;

	private final boolean pooled;

	/**
	 * @param items the items to average, at least one, each rated by somebody
	 */
	ItemAverage(Poll node, Scale scale, List<ItemTally> items) {
		this.scale = scale;
		this.items = items;
		this.figure = AnswerFigure.of(node);
		this.alike = items.stream().map(ItemTally::weight).map(Exact::plain).distinct().count() <= 1;
		this.pooled = items.size() == 1 || node.average() == Poll.Average.POOLED;
		this.stretched = node instanceof Poll.BallotPoints && !scale.hasLevels() && !scale.hasPlaces()
				&& scale.maximum().compareTo(Node.HUNDRED) != 0;
	}

	Exact value() {
		Exact average = this.pooled ? ofPot() : ofItems();
		return this.stretched ? average.times(Node.HUNDRED).over(this.scale.maximum()) : average;
	}

	String arithmetic() {
		String steps = this.pooled ? stepsOfPot() : stepsOfItems();
		return this.stretched ? steps + "×100÷" + Arithmetic.figure(this.scale.maximum()) : steps;
	}

	private Exact ofPot() {
		return this.alike ? this.figure.of(pot()) : Exact.of(weighedSum()).over(weighedAnswers());
	}

	private String stepsOfPot() {
		if (this.alike) {
			return this.figure.inFull(pot());
		}
		String sum = this.items.stream()
			.map((item) -> Arithmetic.figure(item.weight()) + "×" + Arithmetic.figure(item.answers().sum()))
			.collect(Collectors.joining("+"));
		String figures = Arithmetic.figure(weighedSum());
		return sum + "=" + figures + Arithmetic.STEP + figures + "÷" + Arithmetic.figure(weighedAnswers());
	}

	private Answers pot() {
		Answers pot = new Answers(this.scale);
		this.items.forEach((item) -> pot.add(item.answers()));
		return pot;
	}

	/** Only a mean can weigh the answers of one pot; the scheme's checks see to it. */
	private BigDecimal weighedSum() {
		return weighed((item) -> item.answers().sum());
	}

	private BigDecimal weighedAnswers() {
		return weighed((item) -> BigDecimal.valueOf(item.rated()));
	}

	private Exact ofItems() {
		Exact sum = Exact.ZERO;
		for (ItemTally item : this.items) {
			Exact mean = this.figure.of(item.answers());
			sum = sum.plus(this.alike ? mean : mean.times(item.weight()));
		}
		return sum.over(weights());
	}

	private BigDecimal weights() {
		return this.alike ? BigDecimal.valueOf(this.items.size()) : weighed((item) -> BigDecimal.ONE);
	}

	private String stepsOfItems() {
		StringBuilder means = new StringBuilder();
		StringBuilder sum = new StringBuilder();
		for (ItemTally item : this.items) {
			Exact mean = this.figure.of(item.answers());
			means.append('#').append(item.number()).append(' ').append(this.figure.arithmetic(item.answers()));
			means.append(Arithmetic.equals(mean)).append(Arithmetic.STEP);
			sum.append(sum.isEmpty() ? "(" : "+");
			sum.append(this.alike ? "" : Arithmetic.figure(item.weight()) + "×");
			sum.append(Arithmetic.figure(mean.rounded(Arithmetic.PLACES)));
		}
		return means.append(sum).append(")÷").append(Arithmetic.figure(weights())).toString();
	}

	private BigDecimal weighed(Function<ItemTally, BigDecimal> part) {
		return this.items.stream()
			.map((item) -> part.apply(item).multiply(item.weight()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
