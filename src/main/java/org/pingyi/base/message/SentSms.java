package org.pingyi.base.message;

import java.time.Instant;

/** A message that the development gateway kept instead of sending. */
public record SentSms(String phone, String text, Instant sentAt) {
}
