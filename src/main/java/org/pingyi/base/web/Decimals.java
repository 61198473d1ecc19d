package org.pingyi.base.web;

import java.math.BigDecimal;

import org.springframework.stereotype.Component;

/**
 * Writes decimal figures for people: with every place that they have, and with the minus
 * sign that calculations use. Files carry the hyphen of {@link BigDecimal} instead.
 */
@Component
class Decimals {

	/** A figure as it is: {@code 89.80}, {@code −0.5}. */
	public String of(BigDecimal figure) {
		return figure.toPlainString().replace('-', '−');
	}

	/** A difference, with its sign unless it is 0: {@code +0.5}, {@code −0.5}. */
	public String signed(BigDecimal difference) {
		return ((difference.signum() > 0) ? "+" : "") + of(difference);
	}

}
