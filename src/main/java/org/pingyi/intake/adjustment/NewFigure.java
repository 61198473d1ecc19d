package org.pingyi.intake.adjustment;

import java.math.BigDecimal;

/**
 * A figure counted elsewhere, as the office registers it.
 *
 * @param unit number of the unit
 * @param key what it is, as the scheme calls it
 * @param value the figure, exact
 * @param document title and number of the document that proves it, never ""
 */
public record NewFigure(long unit, String key, BigDecimal value, String document) {
}
