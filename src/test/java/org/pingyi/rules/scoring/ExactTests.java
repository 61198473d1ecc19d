package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that are not rounded before the rules say so. */
class ExactTests {

	private static Exact exact(String value) {
		return Exact.of(new BigDecimal(value));
	}

	@Test
	void addsThirdsUpToAWhole() {
		Exact third = exact("1").over(new BigDecimal("3"));
		assertThat(third.plus(third).plus(third).is(BigDecimal.ONE)).isTrue();
		assertThat(Exact.mean(List.of(third, third, third, exact("1"))).is(new BigDecimal("0.5"))).isTrue();
	}

	@Test
	void roundsAnExactHalfUpWhereDecimalsWouldFallShort() {
		Exact third = exact("0.00005").over(new BigDecimal("3"));
		assertThat(third.plus(third).plus(third).rounded(4)).hasToString("0.0001");
	}

	@Test
	void comparesFractions() {
		assertThat(exact("1").over(new BigDecimal("3"))).isLessThan(exact("0.34")).isGreaterThan(exact("0.33"));
		assertThat(exact("7").minus(exact("7.5")).shown()).hasToString("-0.5");
	}

	@Test
	void showsFiguresWithoutNeedlessZerosAndNeverScientific() {
		assertThat(exact("1E+3").shown()).hasToString("1000");
		assertThat(exact("2.500").shown()).hasToString("2.5");
		assertThat(exact("2").over(new BigDecimal("3")).shown()).hasToString("0.6666666667");
	}

}
