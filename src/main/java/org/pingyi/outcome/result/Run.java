package org.pingyi.outcome.result;

import java.time.Instant;

/**
 * One counting of a cycle (计分); it never changes.
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param number 1, 2, 3 within the cycle
 * @param schemeVersion number of the scheme version it was counted by
 * @param countedAt when
 * @param countedBy sign-in name
 * @param inputsDigest SHA-256 of its inputs, in hexadecimal
 * @param outcomeDigest SHA-256 of its outcome, in hexadecimal
 */
public record Run(long id, long cycle, int number, long schemeVersion, Instant countedAt, String countedBy,
		String inputsDigest, String outcomeDigest) {
}
