package org.pingyi.intake.hotline;

import java.time.Instant;

/**
 * One line of a case's history.
 *
 * @param state the state that it brought about
 * @param by sign-in name
 * @param at when
 * @param remark what was said, or ""
 */
public record CaseStep(HotlineCase.State state, String by, Instant at, String remark) {
}
