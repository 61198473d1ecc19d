package org.pingyi.base.message;

import java.time.Instant;

/**
 * What became of the messages of one hour.
 *
 * @param sent taken by the gateway
 * @param failed surely not sent
 * @param unsure nobody knows
 * @param turnedAway people for whom the budget had no message left
 */
public record SmsHour(Instant hour, int sent, int failed, int unsure, int turnedAway) {
}
