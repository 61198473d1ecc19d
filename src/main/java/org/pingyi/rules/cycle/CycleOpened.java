package org.pingyi.rules.cycle;

/** Told inside the transaction that opens a cycle. */
public record CycleOpened(long cycle) {
}
