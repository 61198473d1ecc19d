package org.pingyi.outcome.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Which rectifications of a cycle to list; null means any.
 *
 * @param unit number of a unit
 * @param overdue only those whose answer is late
 */
public record RectificationFilter(Rectification.@Nullable State state, @Nullable Long unit, boolean overdue) {
}
