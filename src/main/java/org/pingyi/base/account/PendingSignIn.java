package org.pingyi.base.account;

import java.time.Instant;

/**
 * A sign-in whose first step was right, and which still lacks the second factor. It is
 * kept in the session; nobody is signed in by it.
 *
 * @param login whose sign-in it is
 * @param first the factor of the first step, such as {@code FACTOR_PASSWORD}
 * @param setUp whether a second factor must be set up, because there is none yet
 * @param since when the first step was taken
 * @param generation of the account then
 */
public record PendingSignIn(String login, String first, boolean setUp, Instant since, int generation) {
}
