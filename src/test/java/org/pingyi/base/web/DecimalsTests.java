package org.pingyi.base.web;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures for people keep their places and have one minus sign. */
class DecimalsTests {

	private final Decimals decimals = new Decimals();

	@ParameterizedTest
	@CsvSource({ "89.80, 89.80, +89.80", "-0.5, −0.5, −0.5", "0.00, 0.00, 0.00", "1E+2, 100, +100" })
	void writesFiguresAndDifferences(BigDecimal figure, String shown, String signed) {
		assertThat(this.decimals.of(figure)).isEqualTo(shown);
		assertThat(this.decimals.signed(figure)).isEqualTo(signed);
	}

}
