package org.pingyi.rules.scoring;

/**
 * A kind of rater (评议人类别).
 *
 * @param code its name inside the scheme: {@code citizen}
 * @param name what people read
 */
public record RaterClass(String code, Text name) {
}
