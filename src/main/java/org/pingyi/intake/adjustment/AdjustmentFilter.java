package org.pingyi.intake.adjustment;

import org.jspecify.annotations.Nullable;

/**
 * Which adjustments of a cycle to list; null means any.
 *
 * @param unit number of a unit
 */
public record AdjustmentFilter(@Nullable Kind kind, Adjustment.@Nullable State state, @Nullable Long unit) {
}
