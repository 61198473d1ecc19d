package org.pingyi.intake.review;

import org.pingyi.intake.ballot.Receipt;
import org.pingyi.rules.cycle.Participant;

/** The receipt of the ballot about one unit, shown once at the sign-off. */
public record UnitReceipt(Participant unit, Receipt receipt) {
}
