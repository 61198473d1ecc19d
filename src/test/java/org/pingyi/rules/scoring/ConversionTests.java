package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.Conversion.Band;
import org.pingyi.rules.scoring.Conversion.Condition;
import org.pingyi.rules.scoring.Line.State;
import org.pingyi.rules.scoring.Node.Missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.figure;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;

/** Figures that become points: by the best, by place, by bands, by another, by a line. */
class ConversionTests {

	private static final BigDecimal FIFTY = decimal("50");

	/** The root line of A, beside units B, C, ... with other figures. */
	private static Line convert(Node node, String figures) {
		InputsSamples inputs = new InputsSamples();
		String[] all = figures.split(" ");
		for (int i = 0; i < all.length; i++) {
			InputsSamples unit = inputs.and(String.valueOf((char) ('A' + i)));
			if (!all[i].equals("-")) {
				unit.figure("x", all[i]);
			}
		}
		return inputs.under(root(node))
			.scorecards()
			.stream()
			.filter((card) -> card.unit().equals("A"))
			.map(Scorecard::total)
			.findFirst()
			.orElseThrow();
	}

	private static @Nullable String value(Line line) {
		BigDecimal value = line.value();
		return (value != null) ? value.toPlainString() : null;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			false | 80 100 90 | 40            | 80÷100×50=40
			false | 100 80    | 50            | 100÷100×50=50
			false | 50 75     | 33.3333333333 | 50÷75×50≈33.3333333333
			false | -5 100    | 0             | −5÷100×50=0
			false | -5 -5     | 50            | −5÷−5×50=50
			false | -5 0      |               | 0≤0
			true  | 4 2 8     | 25            | 2÷4×50=25
			true  | 2 2 8     | 50            | 2÷2×50=50
			true  | 4 0       | 0             | 0÷4×50=0
			true  | 0 0       | 50            | 0÷0×50=50
			""")
	void measuresByTheBestOfTheGroup(boolean lowest, String figures, String value, String arithmetic) {
		Line line = convert(new Conversion.RatioToBest(head("r"), FIFTY, lowest, List.of(figure("x"))), figures);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
		assertThat(line.parts()).first().satisfies((part) -> assertThat(part.points()).isZero());
	}

	@Test
	void letsAStandInBeTheBest() {
		Node mean = figure("x", Missing.GROUP_MEAN);
		assertThat(convert(new Conversion.RatioToBest(head("r"), FIFTY, false, List.of(mean)), "- 80 90").arithmetic())
			.isEqualTo("85÷90×50≈47.2222222222");
		Node zero = figure("x", Missing.ZERO);
		assertThat(convert(new Conversion.RatioToBest(head("r"), FIFTY, true, List.of(zero)), "- 2").arithmetic())
			.isEqualTo("0÷0×50=50");
		assertThat(convert(new Conversion.RatioToBest(head("r"), FIFTY, false, List.of(zero)), "-").arithmetic())
			.isEqualTo("0÷0×50=50");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			false | 90 80 70       | 100 | 1/3; 100−0×4=100
			false | 70 80 90       | 92  | 3/3; 100−2×4=92
			false | 80 80 90       | 96  | 2/3; 100−1×4=96
			false | 80 90 90 90 70 | 88  | 4/5; 100−3×4=88
			false | 1 2 3 4 5      | 85  | 5/5; 100−4×4=84; max(84, 85)=85
			true  | 1 2 3          | 100 | 1/3; 100−0×4=100
			true  | 3 1 1 2        | 88  | 4/4; 100−3×4=88
			true  | 2 2 1          | 96  | 2/3; 100−1×4=96
			""")
	void givesPointsByThePlaceInTheGroup(boolean lowest, String figures, String value, String arithmetic) {
		Ladder ladder = new Ladder(decimal("100"), decimal("4"), decimal("85"));
		Line line = convert(new Conversion.RankPoints(head("r"), ladder, lowest, List.of(figure("x"))), figures);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	private static Node bands() {
		Range low = new Range(null, null, null, decimal("60"));
		Range middle = new Range(decimal("60"), null, decimal("80"), null);
		Range high = new Range(null, decimal("80"), decimal("95"), null);
		return new Conversion.Bands(head("b"), List.of(figure("x")),
				List.of(new Band(decimal("2"), List.of(new Condition("", low))),
						new Band(decimal("6"), List.of(new Condition("x", middle))),
						new Band(decimal("10"), List.of(new Condition("", high)))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			59.9 | 2  | 59.9<60→2=2
			60   | 6  | 60≤60≤80→6=6
			80   | 6  | 60≤80≤80→6=6
			80.1 | 10 | 80<80.1≤95→10=10
			95.1 |    | 95.1→∅
			-    |    | ''
			""")
	void readsPointsOffATable(String figure, String value, String arithmetic) {
		Line line = convert(bands(), figure);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
		assertThat(bands().full()).isEqualByComparingTo("10");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3  | 4  | 100 | 75 | 3÷4×100=75
			3  | 4  | 1   | 0.75 | 3÷4=0.75
			3  | 0  | 100 |    | 0≤0
			3  | 1  | 100 |    | 1<2
			3  | 2  | 100 | 150 | 3÷2×100=150
			""")
	void dividesOneFigureByAnother(String above, String below, BigDecimal per, String value, String arithmetic) {
		Node ratio = new Conversion.Ratio(head("r"), per, decimal("2"), List.of(figure("cases"), figure("contacts")));
		Line line = InputsSamples.unit("A")
			.figure("cases", above)
			.figure("contacts", below)
			.scoredUnder(root(ratio))
			.total();
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
		assertThat(line.state()).isEqualTo((value != null) ? State.COUNTED : State.MISSING);
		assertThat(ratio.full()).isEqualByComparingTo(per);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-2  | 100 | 10  | 80  | −2×10+100=80
			-2  | 100 | 30  | 60  | −2×30+100=40; max(40, 60)=60
			-2  | 100 | -5  | 100 | −2×−5+100=110; min(110, 100)=100
			1   | 0   | 70  | 70  | 1×70=70
			1   | -5  | 70  | 65  | 1×70−5=65
			""")
	void followsAStraightLineWithinItsBounds(BigDecimal factor, BigDecimal plus, String figure, String value,
			String arithmetic) {
		Node node = new Conversion.Linear(head("l"), factor, plus, decimal("60"), decimal("100"), List.of(figure("x")));
		Line line = convert(node, figure);
		assertThat(value(line)).isEqualTo(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void namesTheValueThatEarnsAWholeWeight() {
		List<Node> parts = List.of(figure("x"));
		BigDecimal one = BigDecimal.ONE;
		Ladder ladder = new Ladder(decimal("200"), one, one);
		assertThat(new Conversion.Linear(head("l"), one, one, null, decimal("40"), parts).full()).hasToString("40");
		assertThat(new Conversion.Linear(head("l"), one, one, null, decimal("0"), parts).full()).hasToString("100");
		assertThat(new Conversion.Linear(head("l"), one, one, null, null, parts).full()).hasToString("100");
		assertThat(new Conversion.RankPoints(head("r"), ladder, true, parts).full()).hasToString("200");
		assertThat(new Conversion.RatioToBest(head("r"), FIFTY, true, parts).full()).hasToString("50");
	}

}
