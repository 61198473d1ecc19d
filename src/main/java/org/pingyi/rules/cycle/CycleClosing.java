package org.pingyi.rules.cycle;

/**
 * Published inside the transaction in which a cycle stops taking ballots; a listener that
 * throws keeps it open. Everybody who votes waits for that transaction: what takes longer
 * than a moment is a {@link ClosingTask}.
 */
public record CycleClosing(long cycle) {
}
