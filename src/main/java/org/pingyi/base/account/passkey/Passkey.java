package org.pingyi.base.account.passkey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A passkey as its person sees it.
 *
 * @param name which the person gave it
 * @param since when it was added
 * @param used when it last signed its person in, or null
 */
public record Passkey(long id, String name, Instant since, @Nullable Instant used) {
}
