package org.pingyi.rules.cycle;

/**
 * Published inside the transaction that closes a cycle; a listener that throws keeps it
 * open.
 */
public record CycleClosed(long cycle) {
}
