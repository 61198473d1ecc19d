package org.pingyi.base.account;

import java.time.Instant;

/**
 * A sign-in whose password was right, and which still lacks the second factor. It is kept
 * in the session; nobody is signed in by it.
 *
 * @param login whose password it was
 * @param setUp whether a second factor must be set up, because there is none yet
 * @param since when the password was typed
 */
public record PendingSignIn(String login, boolean setUp, Instant since) {
}
