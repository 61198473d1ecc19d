package org.pingyi.rules.cycle;

/**
 * Published inside the transaction in which a cycle is closed: all of it is sealed.
 */
public record CycleClosed(long cycle) {
}
