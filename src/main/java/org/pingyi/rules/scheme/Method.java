package org.pingyi.rules.scheme;

import org.pingyi.rules.scoring.Text;

/**
 * A method that ships with the product and that a city can start from.
 *
 * @param code name of its file: {@code m01-founding-city}
 * @param title what it is called
 * @param source the document it rests on
 */
public record Method(String code, Text title, String source) {
}
