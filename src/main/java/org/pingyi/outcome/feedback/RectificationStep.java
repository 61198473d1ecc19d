package org.pingyi.outcome.feedback;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of a rectification's history.
 *
 * @param state the state that it brought about
 * @param by sign-in name
 * @param at when
 * @param remark the unit's answer or the office's remark, or ""
 * @param deadline the deadline that held from then on
 */
public record RectificationStep(Rectification.State state, String by, Instant at, String remark, LocalDate deadline) {
}
