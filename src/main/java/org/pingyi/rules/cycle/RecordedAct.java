package org.pingyi.rules.cycle;

/**
 * An act as the tables tell it now, to be compared with what was signed when it was done.
 *
 * @param decidedBy sign-in name of whoever did it
 */
public record RecordedAct(CycleAct act, String decidedBy) {
}
