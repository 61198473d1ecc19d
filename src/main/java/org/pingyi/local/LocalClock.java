package org.pingyi.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The clock of a local run: the city's time, except while the sample lives its last year.
 */
@Component
@ConditionalOnProperty(LocalEnvironment.LOCAL)
class LocalClock extends Clock {

	private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

	private volatile Duration offset = Duration.ZERO;

	@Override
	public ZoneId getZone() {
		return CITY;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), this.offset);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.offset);
	}

	/** Moves to nine in the morning of a day; time runs on from there. */
	void travelTo(LocalDate day) {
		this.offset = Duration.between(Instant.now(), day.atTime(9, 0).atZone(CITY).toInstant());
	}

	void comeHome() {
		this.offset = Duration.ZERO;
	}

}
