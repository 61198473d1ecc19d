package org.pingyi.intake.adjustment;

import java.time.Instant;

/**
 * One line of an adjustment's history.
 *
 * @param state the state that it brought about
 * @param by sign-in name
 * @param at when
 * @param remark what was said, or ""
 */
public record Decision(Adjustment.State state, String by, Instant at, String remark) {
}
