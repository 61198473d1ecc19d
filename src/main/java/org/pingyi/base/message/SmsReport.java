package org.pingyi.base.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether the gateway works, as the office sees it.
 *
 * @param gateway message key after {@code message.sms.by.}
 * @param budget messages in one hour
 * @param left what is left of this hour
 * @param trouble the last failure, if there ever was one
 * @param hours the latest hours, newest first
 */
public record SmsReport(String gateway, int budget, long left, @Nullable SmsTrouble trouble, List<SmsHour> hours) {

	/** Whether the newest thing that happened is a failure. */
	public boolean troubled() {
		return this.trouble != null && !this.hours.isEmpty()
				&& !this.trouble.failedAt().isBefore(this.hours.getFirst().hour());
	}

}
