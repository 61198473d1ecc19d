package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.AdjustmentRules.Deduction;
import org.pingyi.rules.scoring.AdjustmentRules.Each;
import org.pingyi.rules.scoring.AdjustmentRules.Factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.pingyi.rules.scoring.RulesSamples.decimal;
import static org.pingyi.rules.scoring.RulesSamples.head;
import static org.pingyi.rules.scoring.RulesSamples.root;
import static org.pingyi.rules.scoring.RulesSamples.text;

/** Events counted, weighed by a quantity, and collected from a base on. */
class EventTests {

	private static final Each TIMES = new Each(decimal("0.5"), text("次"));

	private static final AdjustmentRules RULES = new AdjustmentRules(
			List.of(new Bonus("invest", new Text("引资", "Investment"), decimal("2"), TIMES, decimal("4"), List.of(), 0,
					"三、5")),
			List.of(new Deduction("late", new Text("逾期", "Late"), decimal("1"), TIMES, decimal("3"), "四、2"),
					new Deduction("rude", text("冷硬"), decimal("2"), null, null, "")),
			List.of(),
			List.of(new Factor("own", text("本单位"), decimal("1")), new Factor("shared", text("共同"), decimal("0.4"))),
			List.of(new Factor("timely", text("按期"), decimal("0.5"))));

	private static Node ledger(String base, @Nullable String floor, @Nullable String cap, String... rules) {
		return new Source.Ledger(head("ledger"), List.of(rules), decimal(base), (floor != null) ? decimal(floor) : null,
				(cap != null) ? decimal(cap) : null, false);
	}

	private static Line line(Node node, InputsSamples inputs) {
		return inputs.scoredUnder(root(node).adjustments(RULES)).total();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			invest | 0 | 2    | 2
			invest | 1 | 2.5  | 2+1×0.5
			invest | 4 | 4    | 2+4×0.5
			invest | 5 | 4    | min(2+5×0.5, 4)
			late   | 0 | -1   | −1
			late   | 2 | -2   | −(1+2×0.5)=−2
			late   | 9 | -3   | −(min(1+9×0.5, 3))=−3
			""")
	void countsTheQuantityOfAnEventUpToItsMost(String rule, long quantity, BigDecimal points, String arithmetic) {
		InputsSamples inputs = InputsSamples.unit("A").quantity("文 1", rule, quantity);
		Line event = line(ledger("0", null, null, rule), inputs).parts().getFirst();
		assertThat(event.points()).isEqualByComparingTo(points);
		assertThat(event.arithmetic()).isEqualTo(arithmetic);
	}

	@Test
	void namesTheDocumentInBothLanguages() {
		InputsSamples inputs = InputsSamples.unit("A").event("文 1", "late").event("文 2", "rude");
		assertThat(line(ledger("0", null, null, "late", "rude"), inputs).parts())
			.extracting(Line::node, Line::name, Line::clause)
			.containsExactly(tuple("late", new Text("逾期（文 1）", "Late (文 1)"), "四、2"),
					tuple("rude", new Text("冷硬（文 2）", null), ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			10 | 0 |   | 3 | 4  | 10−2−2−2=4      | base event event event
			5  | 0 |   | 3 | 0  | 5−2−2−2=−1      | base event event event floor
			10 | 0 | 5 | 3 | 5  | 10−2−2−2=4      | base event event event cap
			10 | 0 | 6 | 3 | 4  | 10−2−2−2=4      | base event event event
			6  | 0 |   | 3 | 0  | 6−2−2−2=0       | base event event event
			0  |   |   | 0 | 0  | 0               | ''
			10 |   |   | 0 | 10 | 10=10           | base
			""")
	void takesOffFromABaseDownToItsFloor(String base, String floor, String cap, int events, String value,
			String arithmetic, String rules) {
		InputsSamples inputs = InputsSamples.unit("A");
		for (int number = 1; number <= events; number++) {
			inputs.event("文 " + number, "rude");
		}
		Line line = line(ledger(base, floor, cap, "rude"), inputs);
		assertThat(line.value()).hasToString(value);
		assertThat(line.arithmetic()).isEqualTo(arithmetic);
		assertThat(String.join(" ", line.parts().stream().map(Line::rule).toList())).isEqualTo(rules);
	}

	@Test
	void isFullAtItsBase() {
		assertThat(ledger("10", null, null).full()).hasToString("10");
		assertThat(ledger("0", null, null).full()).hasToString("100");
		assertThat(new Source.Figure(head("f"), "f", null, decimal("5")).full()).hasToString("5");
		assertThat(new Source.Figure(head("f"), "f", null, decimal("0")).full()).hasToString("100");
		assertThat(new Source.Figure(head("f"), "f", null, null).full()).hasToString("100");
	}

	@Test
	void countsEventsOneByOneOrByWhoseFaultTheyWere() {
		InputsSamples inputs = InputsSamples.unit("A")
			.event("文 1", "rude", "own", "timely")
			.event("文 2", "rude", "shared", "timely")
			.event("文 3", "late", "shared", "")
			.event("文 4", "invest");
		Line plain = line(new Source.EventCount(head("count"), List.of("rude", "late"), false), inputs);
		Line attributed = line(new Source.EventCount(head("count"), List.of("rude", "late"), true), inputs);
		assertThat(plain.arithmetic()).isEqualTo("1+1+1=3");
		assertThat(attributed.arithmetic()).isEqualTo("0.5+0.2+0.4=1.1");
		assertThat(attributed.parts()).extracting((line) -> line.name().zh())
			.containsExactly("冷硬（文 1）", "冷硬（文 2）", "逾期（文 3）");
		Line none = line(new Source.EventCount(head("count"), List.of("invest"), false), InputsSamples.unit("B"));
		assertThat(none.value()).isZero();
		assertThat(line(new Source.EventCount(head("count"), List.of("invest"), true), inputs).parts())
			.extracting((line) -> line.name().en())
			.containsExactly("Investment (文 4)");
	}

	@Test
	void givesTwoComplaintsOfOneRuleALineOfTheirOwn() {
		InputsSamples inputs = InputsSamples.unit("A").identified("7", "文 1", "rude").identified("12", "文 1", "rude");
		Line ledger = line(ledger("0", null, null, "rude"), inputs);
		assertThat(ledger.parts()).extracting(Line::event).containsExactly("12", "7");
		assertThat(ledger.all()).extracting(Line::key).containsExactly("ledger", "rude#12", "rude#7");
		assertThat(ledger.value()).hasToString("-4");
	}

	@Test
	void namesALineByItsNodeWhereNoEventIsKnown() {
		Line line = line(ledger("5", null, null, "rude"), InputsSamples.unit("A").event("文 1", "rude"));
		assertThat(line.all()).extracting(Line::key).containsExactly("ledger", "ledger.base", "rude");
		assertThat(line.all()).extracting(Line::event).containsOnly("");
	}

	@Test
	void refusesACauseThatNoRuleNames() {
		InputsSamples inputs = InputsSamples.unit("A").event("文 1", "rude", "weather", "");
		assertThatIllegalArgumentException().isThrownBy(() -> line(ledger("0", null, null, "rude"), inputs))
			.withMessage("No rule weather");
	}

}
