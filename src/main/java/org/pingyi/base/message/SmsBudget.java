package org.pingyi.base.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bounds the messages of each hour of the clock, over all nodes. */
@Service
public class SmsBudget {

	private final SmsHourRepository hours;

	private final int perHour;

	private final Clock clock;

	SmsBudget(SmsHourRepository hours, @Value("${pingyi.vote.sms-per-hour}") int perHour, Clock clock) {
		this.hours = hours;
		this.perHour = perHour;
		this.clock = clock;
	}

	/** Messages in one hour. */
	public int perHour() {
		return this.perHour;
	}

	/** What is left of this hour when every waiting order has its message. */
	public long left() {
		return this.perHour - this.hours.takenAndWaiting(hour());
	}

	/** When the next budget begins. */
	public Instant next() {
		return hour().plus(1, ChronoUnit.HOURS);
	}

	/** Takes one message out of this hour; whether there was one. */
	@Transactional
	boolean take() {
		return this.perHour > 0 && this.hours.take(hour(), this.perHour) > 0;
	}

	@Transactional
	void giveBack() {
		this.hours.giveBack(hour());
	}

	private Instant hour() {
		return this.clock.instant().truncatedTo(ChronoUnit.HOURS);
	}

}
