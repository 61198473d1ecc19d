package org.pingyi.rules.cycle;

/** Published inside the transaction that opens a cycle. */
public record CycleOpened(long cycle) {
}
