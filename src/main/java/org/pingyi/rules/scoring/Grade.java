package org.pingyi.rules.scoring;

/**
 * A grade (等次).
 *
 * @param code its name inside the scheme
 * @param name what people read
 */
public record Grade(String code, Text name) {
}
