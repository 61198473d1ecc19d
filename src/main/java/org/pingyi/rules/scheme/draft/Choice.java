package org.pingyi.rules.scheme.draft;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.Text;

/**
 * One value out of those that a field can have.
 *
 * @param value what is stored
 * @param name what people read, or null where {@code key} says it
 * @param key message key of what people read, or ""
 */
public record Choice(String value, @Nullable Text name, String key) {
}
