package org.pingyi.verify.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a node counts of one unit's ballots in a channel. */
final class BallotFigure {

	private final Document node;

	private final Form form;

	private final UnitYear unit;

	private final List<UnitYear.Bar> bars;

	private final List<Integer> items;

	private final long issued;

	BallotFigure(Document node, Form form, UnitYear unit) {
		this.node = node;
		this.form = form;
		this.unit = unit;
		this.bars = unit.bars(node.text("channel"), node.texts("raterClasses"));
		this.items = form.numbers(node.texts("items"));
		this.issued = unit.issued(node.text("channel"), node.texts("raterClasses"));
	}

	/** The per cent of the forms handed out that came back as valid ballots. */
	Optional<Rational> returnRate() {
		return (this.issued > 0) ? Optional.of(returned()) : Optional.empty();
	}

	private Rational returned() {
		return Rational.of(Math.min(valid(), this.issued)).times(Rational.HUNDRED).over(Rational.of(this.issued));
	}

	/** Ballots that count, be it for less than one. */
	private long valid() {
		return this.bars.stream()
			.filter((bar) -> bar.item() == 0 && bar.share().sign() > 0)
			.mapToLong(UnitYear.Bar::count)
			.sum();
	}

	/** Ballots that came in, excluded ones, too. */
	private long back() {
		return this.bars.stream().filter((bar) -> bar.item() == 0).mapToLong(UnitYear.Bar::count).sum();
	}

	/** The points of the answers. */
	Optional<Rational> points() {
		return averaged("ITEM_MEANS", this::pointsOf);
	}

	/** An answer's number, by what its ballot counts. */
	private static Rational number(UnitYear.Bar bar) {
		return bar.share().times(Rational.of(bar.count()));
	}

	/** The same in one pot with other items: by its item's weight, too. */
	private Rational weighted(UnitYear.Bar bar) {
		return number(bar).times(this.form.weight((int) bar.item()));
	}

	private Optional<Rational> pointsOf(Stream<UnitYear.Bar> answers, Function<UnitYear.Bar, Rational> number) {
		Spread spread = Spread.of(answers.flatMap((bar) -> this.form.points(bar.code())
			.map((points) -> new Spread.Share(points, number.apply(bar)))
			.stream()));
		if (spread.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(this.node.text("centre", "MEAN").equals("MEDIAN") ? spread.median()
				: spread.trimmed(this.node.object("trim")).mean());
	}

	/** The per cent of the answers at some levels among those with a value. */
	Optional<Rational> rate() {
		List<Rational> levels = this.node.figures("levels");
		return averaged("POOLED", (answers, number) -> rateOf(levels, answers, number));
	}

	private Optional<Rational> rateOf(List<Rational> levels, Stream<UnitYear.Bar> answers,
			Function<UnitYear.Bar, Rational> number) {
		Rational rated = Rational.ZERO;
		Rational chosen = Rational.ZERO;
		for (UnitYear.Bar bar : answers.filter((answer) -> this.form.points(answer.code()).isPresent()).toList()) {
			Rational counted = number.apply(bar);
			rated = rated.plus(counted);
			chosen = chosen.plus(levels.contains(Rational.of(bar.code())) ? counted : Rational.ZERO);
		}
		return (rated.sign() > 0) ? Optional.of(chosen.times(Rational.HUNDRED).over(rated)) : Optional.empty();
	}

	private Optional<Rational> averaged(String average,
			BiFunction<Stream<UnitYear.Bar>, Function<UnitYear.Bar, Rational>, Optional<Rational>> figure) {
		if (tooFew()) {
			return Optional.empty();
		}
		if (this.node.text("average", average).equals("POOLED")) {
			return figure.apply(this.items.stream().flatMap(this::answers), this::weighted);
		}
		Rational sum = Rational.ZERO;
		Rational weights = Rational.ZERO;
		for (int item : this.items) {
			Optional<Rational> own = figure.apply(answers(item), BallotFigure::number);
			if (own.isPresent()) {
				sum = sum.plus(own.get().times(this.form.weight(item)));
				weights = weights.plus(this.form.weight(item));
			}
		}
		return (weights.sign() > 0) ? Optional.of(sum.over(weights)) : Optional.empty();
	}

	private boolean tooFew() {
		if (this.node.text("below", "MISSING").equals("PROVISIONAL")) {
			return false;
		}
		boolean few = Rational.of(valid()).isBelow(this.node.figure("minimum", Rational.ONE));
		return few || (this.issued > 0
				&& this.node.figure("minimumReturn").filter((least) -> returned().isBelow(least)).isPresent());
	}

	/** Whether anybody gave an answer with a value to any of the items. */
	private boolean rated() {
		return this.items.stream().flatMap(this::given).anyMatch((bar) -> this.form.points(bar.code()).isPresent());
	}

	private Stream<UnitYear.Bar> given(int item) {
		return this.bars.stream().filter((bar) -> bar.item() == item && bar.share().sign() > 0);
	}

	/** The answers to an item, with those that silence stands for. */
	private Stream<UnitYear.Bar> answers(int item) {
		Stream<UnitYear.Bar> given = given(item);
		long silent = this.issued - back();
		if (!this.node.has("silence") || silent <= 0 || !rated()) {
			return given;
		}
		return Stream.concat(given,
				Stream.of(new UnitYear.Bar(this.unit.unit(), item, this.node.whole("silence"), silent, Rational.ONE)));
	}

}
