package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One figure out of the answers to several items, with its calculation. */
final class ItemAverage {

	/** Characters that an item takes in a calculation, mostly. */
	private static final int SHOWN = 48;

	private final Scale scale;

	private final List<ItemTally> items;

	private final AnswerFigure figure;

	/** Whether the points of this node are marks out of something else than 100. */
	private final boolean stretched;

	/** Whether all items weigh the same, so that weights need not be shown. */
	private final boolean alike;

	private final boolean pooled;

	/** The figures of the items, unless their answers go into one pot. */
	private final List<Exact> figures;

	/**
	 * @param items the items to average, at least one, each rated by somebody
	 */
	ItemAverage(Poll node, Scale scale, List<ItemTally> items) {
		this.scale = scale;
		this.items = items;
		this.figure = AnswerFigure.of(node);
		this.alike = items.stream().allMatch((item) -> item.weight().compareTo(items.getFirst().weight()) == 0);
		this.pooled = items.size() == 1 || node.average() == Poll.Average.POOLED;
		this.stretched = switch (node) {
			case Poll.BallotPoints points ->
				!scale.hasLevels() && !scale.hasPlaces() && scale.maximum().compareTo(Node.HUNDRED) != 0;
			case Poll.BallotRate rate -> false;
			case Poll.ReturnRate rate -> false;
		};
		this.figures = this.pooled ? List.of() : items.stream().map((item) -> this.figure.of(item.answers())).toList();
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
			StringBuilder steps = new StringBuilder();
			this.figure.inFull(steps, pot());
			return steps.toString();
		}
		String sum = this.items.stream()
			.map((item) -> Arithmetic.figure(item.weight()) + "×" + Arithmetic.figure(item.answers().sum()))
			.collect(Collectors.joining("+"));
		String figures = Arithmetic.figure(weighedSum());
		return sum + "=" + figures + Arithmetic.STEP + figures + "÷" + Arithmetic.figure(weighedAnswers());
	}

	private Answers pot() {
		Answers pot = this.items.getFirst().answers().copy();
		this.items.stream().skip(1).forEach((item) -> pot.add(item.answers()));
		return pot;
	}

	/** Only a mean can weigh the answers of one pot; the scheme's checks see to it. */
	private BigDecimal weighedSum() {
		return weighed((item) -> item.answers().sum());
	}

	private BigDecimal weighedAnswers() {
		return weighed((item) -> item.answers().ballots());
	}

	private Exact ofItems() {
		return Exact.sum(this.alike ? this.figures : weighedFigures()).over(weights());
	}

	private List<Exact> weighedFigures() {
		return IntStream.range(0, this.items.size())
			.mapToObj((place) -> this.figures.get(place).times(this.items.get(place).weight()))
			.toList();
	}

	private BigDecimal weights() {
		return this.alike ? BigDecimal.valueOf(this.items.size()) : weighed((item) -> BigDecimal.ONE);
	}

	private String stepsOfItems() {
		StringBuilder steps = new StringBuilder(SHOWN * this.items.size());
		StringBuilder sum = new StringBuilder(SHOWN * this.items.size() / 2);
		for (int place = 0; place < this.items.size(); place++) {
			ItemTally item = this.items.get(place);
			steps.append('#').append(item.number()).append(' ');
			this.figure.arithmetic(steps, item.answers(), this.figures.get(place));
			int shown = steps.length() + 1;
			Arithmetic.appendEqual(steps, this.figures.get(place));
			sum.append(sum.isEmpty() ? "(" : "+");
			sum.append(this.alike ? "" : Arithmetic.figure(item.weight()) + "×").append(steps, shown, steps.length());
			steps.append(Arithmetic.STEP);
		}
		return steps.append(sum).append(")÷").append(Arithmetic.figure(weights())).toString();
	}

	private BigDecimal weighed(Function<ItemTally, BigDecimal> part) {
		return this.items.stream()
			.map((item) -> part.apply(item).multiply(item.weight()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
