package org.pingyi.intake.ballot;

import java.util.List;

/**
 * Several forms of one person that are in the store.
 *
 * @param receipts one for each form, in the same order
 * @param fresh numbers of the units whose forms came in now, and had not been taken
 * before
 */
public record Accepted(List<Receipt> receipts, List<Long> fresh) {
}
