package org.pingyi.intake.ballot;

/**
 * Proof that a ballot was taken in, without saying what it says.
 *
 * @param code to copy and to check later: groups of letters and digits that cannot be
 * mistaken for one another
 */
public record Receipt(String code) {
}
