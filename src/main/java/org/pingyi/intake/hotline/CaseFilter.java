package org.pingyi.intake.hotline;

import org.jspecify.annotations.Nullable;

/**
 * Which cases of a cycle to list; null means any.
 *
 * @param unit number of a unit
 */
public record CaseFilter(HotlineCase.@Nullable State state, @Nullable Long unit) {
}
