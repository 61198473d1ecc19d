package org.pingyi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A clock that stands still until a test moves it; every test starts at {@link #START}.
 */
public class TestClock extends Clock {

	/** Nine in the morning of 2 November 2026 in the city. */
	public static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	private volatile Instant now = START;

	@Override
	public ZoneId getZone() {
		return CITY;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	/** Moves to nine in the morning of a day. */
	public void moveTo(LocalDate day) {
		this.now = day.atTime(LocalTime.of(9, 0)).atZone(CITY).toInstant();
	}

	public void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

	void reset() {
		this.now = START;
	}

}
