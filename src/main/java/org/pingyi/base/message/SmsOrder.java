package org.pingyi.base.message;

import java.time.Instant;
import java.util.Locale;

/** Somebody asked for a message of a kind in their language. */
record SmsOrder(String kind, PhoneNumber phone, Locale locale, Instant at) {
}
