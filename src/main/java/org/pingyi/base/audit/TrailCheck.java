package org.pingyi.base.audit;

import java.time.Instant;

/**
 * What is known of the trail's chain.
 *
 * @param state of all its entries
 * @param whole when the whole was checked last; what came later was checked as it came
 */
public record TrailCheck(ChainState state, Instant whole) {
}
