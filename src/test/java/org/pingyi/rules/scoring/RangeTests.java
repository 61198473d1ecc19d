package org.pingyi.rules.scoring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.rules.scoring.RulesSamples.decimal;

/** Edges that belong to a range and edges that do not. */
class RangeTests {

	private static final Range CLOSED = new Range(decimal("60"), null, decimal("80"), null);

	private static final Range OPEN = new Range(null, decimal("60"), null, decimal("80"));

	@ParameterizedTest
	@CsvSource({ "59.9, false, false", "60, true, false", "60.1, true, true", "79.9, true, true", "80, true, false",
			"80.1, false, false" })
	void knowsWhetherAnEdgeBelongsToIt(String figure, boolean closed, boolean open) {
		assertThat(CLOSED.holds(decimal(figure))).isEqualTo(closed);
		assertThat(OPEN.holds(decimal(figure))).isEqualTo(open);
		assertThat(Range.ALL.holds(decimal(figure))).isTrue();
	}

	@Test
	void knowsWhichEdgesItHas() {
		assertThat(CLOSED.isBounded()).isTrue();
		assertThat(OPEN.isBounded()).isTrue();
		assertThat(new Range(decimal("1"), null, null, null).isBounded()).isFalse();
		assertThat(Range.ALL.isAll()).isTrue();
		assertThat(OPEN.isAll()).isFalse();
	}

	@Test
	void isShownAroundAFigure() {
		assertThat(Arithmetic.within(CLOSED, Exact.of(70))).isEqualTo("60≤70≤80");
		assertThat(Arithmetic.within(OPEN, Exact.of(70))).isEqualTo("60<70<80");
		assertThat(Arithmetic.within(Range.ALL, Exact.of(-70))).isEqualTo("−70");
	}

}
