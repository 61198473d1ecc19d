package org.pingyi.base.message;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody asked for a message of a kind in their language.
 *
 * @param reference what its writer has to know of it, or ""
 */
record SmsOrder(String kind, PhoneNumber phone, Locale locale, String reference, Instant at) {
}
