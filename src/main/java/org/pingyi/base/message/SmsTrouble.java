package org.pingyi.base.message;

import java.time.Instant;

/**
 * The last failure of the gateway.
 *
 * @param kind message key after {@code message.sms.trouble.}
 */
public record SmsTrouble(String kind, Instant failedAt) {
}
