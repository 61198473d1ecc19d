package org.pingyi.base.account.session;

import java.time.Instant;

/**
 * A session of one's own.
 *
 * @param key to name it by in a form; opens nothing
 * @param network from which it was begun
 * @param browser in which, or ""
 * @param since when it was begun
 * @param used when it was used last
 * @param current whether it is the one that asks
 */
public record OwnSession(String key, String network, String browser, Instant since, Instant used, boolean current) {
}
