package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Compound.Take;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Node.Missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;

/** Nodes that are put together from their parts. */
class CompoundTests {

	private static final List<Node> ROUNDS = List.of(figure("r1"), figure("r2"), figure("r3"), figure("r4"));

	/** The root line over figures r1, r2, ...; "-" is missing. */
	private static Line line(Node node, String figures) {
		InputsSamples inputs = InputsSamples.unit("A");
		String[] all = figures.split(" ");
		for (int i = 0; i < all.length; i++) {
			if (!all[i].equals("-")) {
				inputs.figure("r" + (i + 1), all[i]);
			}
		}
		return inputs.scoredUnder(root(node)).total();
	}

	private static @Nullable String value(Line line) {
		BigDecimal value = line.value();
		return (value != null) ? value.toPlainString() : null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MEAN    | 80 90 70 60 | 75            | (80+90+70+60)÷4=75
			MEAN    | 80 90 - 71  | 80.3333333333 | (80+90+71)÷3≈80.3333333333
			MEDIAN  | 80 90 70 60 | 75            | med(80, 90, 70, 60)=75
			MEDIAN  | 80 90 70 -  | 80            | med(80, 90, 70)=80
			HIGHEST | 80 90 70 90 | 90            | max(80, 90, 70, 90)=90
			LOWEST  | 80 90 60 60 | 60            | min(80, 90, 60, 60)=60
			""")
	void takesOneFigureOutOfSeveral(Take take, String figures, String value, String arithmetic) {
		Line line = line(new Compound.Statistic(head("s"), take, null, ROUNDS), figures);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void leavesTheBestAndTheWorstRoundOut() {
		Node trimmed = new Compound.Statistic(head("s"), Take.MEAN, new Trim(1L, null, 4), ROUNDS);
		assertThat(line(trimmed, "80 90 70 60").arithmetic()).isEqualTo("(80+70)÷2=75");
		assertThat(line(trimmed, "80 90 - 60").arithmetic()).isEqualTo("(80+90+60)÷3≈76.6666666667");
	}

	@Test
	void hasNoStatisticOfNothing() {
		Line line = line(new Compound.Statistic(head("s"), Take.MEAN, null, ROUNDS), "- - - -");
		assertThat(line.state()).isEqualTo(State.MISSING);
		assertThat(new Compound.Statistic(head("s"), Take.MEAN, null, List.of()).full()).hasToString("100");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			80 90 - -  | 72            | 80×90%=72
			80 90 50 - | 36            | 80×90%×50%=36
			80 - - -   | 80            | 80=80
			- 90 50 -  |               | ''
			""")
	void multipliesByCoefficients(String figures, String value, String arithmetic) {
		Line line = line(new Compound.Product(head("p"), decimal("100"), ROUNDS), figures);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void readsCoefficientsThatStandForThemselves() {
		Node coefficient = new Source.Figure(head("r2"), "r2", null, null);
		Node base = new Source.Figure(head("r1"), "r1", null, decimal("40"));
		Node product = new Compound.Product(head("p"), decimal("1"), List.of(base, coefficient));
		assertThat(line(product, "30 1.05").arithmetic()).isEqualTo("30×1.05=31.5");
		assertThat(product.full()).hasToString("40");
		assertThat(new Compound.Product(head("p"), decimal("1"), List.of()).full()).hasToString("100");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			50 20 5 -5  | 70  | 50+20+5−5=70
			90 20 -1 0  | 100 | 90+20−1+0=109; min(109, 100)=100
			1 2 -9 0    | 0   | 1+2−9+0=−6; max(−6, 0)=0
			50 50 0 0   | 100 | 50+50+0+0=100
			1 2 3 -     |     | ''
			""")
	void addsPartsUpWithinItsLimits(String figures, String value, String arithmetic) {
		Line line = line(new Compound.PointsSum(head("s"), decimal("0"), decimal("100"), ROUNDS), figures);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void showsWhatALimitCutsOffAsALineOfItsOwn() {
		Node sum = new Compound.PointsSum(head("s"), decimal("0"), decimal("100"), ROUNDS);
		assertThat(line(sum, "90 20 -1 0").parts()).last()
			.extracting(Line::node, Line::rule, (line) -> line.points().toString(), Line::arithmetic)
			.isEqualTo(tuple("s.cap", "cap", "-9", "109>100").toList());
		assertThat(line(sum, "1 2 -9 0").parts()).last()
			.extracting(Line::node, Line::rule, (line) -> line.points().toString(), Line::arithmetic)
			.isEqualTo(tuple("s.floor", "floor", "6", "−6<0").toList());
	}

	@Test
	void saysThatASumDoesNotApplyWhereNoneOfItsPartsDoes() {
		Node one = new Source.Figure(head("r1", Missing.SHARE_OUT, null, "WINDOW"), "r1", null, null);
		Node sum = RulesSamples.weighted("s", RulesSamples.part("100", one));
		assertThat(line(sum, "5").state()).isEqualTo(State.NOT_APPLICABLE);
	}

	@Test
	void givesTheMeanOfTheGroupRoundedAsTheNodeSays() {
		Node part = new Source.Figure(head("x", Missing.GROUP_MEAN, 1), "x", null, null);
		Scorecard card = InputsSamples.unit("A")
			.and("B")
			.figure("x", "80")
			.and("C")
			.figure("x", "80.3")
			.under(root(RulesSamples.weighted("s", RulesSamples.part("100", part))))
			.scorecards()
			.get(1);
		assertThat(card.unit() + " " + card.score()).isEqualTo("A 80.2000");
	}

}
