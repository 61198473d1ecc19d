package org.pingyi.rules.cycle;

import java.time.Instant;

/**
 * A step that a cycle has taken.
 *
 * @param phase the phase it led to
 * @param at when
 * @param by sign-in name of who took it
 */
public record Step(Phase phase, Instant at, String by) {
}
