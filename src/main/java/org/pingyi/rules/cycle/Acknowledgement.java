package org.pingyi.rules.cycle;

import java.time.Instant;

/**
 * A unit's word that it has read what will be checked.
 *
 * @param unit number of the unit
 * @param at when
 * @param by sign-in name of its liaison
 */
public record Acknowledgement(long unit, Instant at, String by) {
}
