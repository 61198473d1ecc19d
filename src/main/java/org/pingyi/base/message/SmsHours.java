package org.pingyi.base.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what became of messages, by the hour and over all nodes. */
@Service
@Transactional
class SmsHours {

	private final SmsHourRepository hours;

	private final SmsFailureRepository failures;

	private final Clock clock;

	SmsHours(SmsHourRepository hours, SmsFailureRepository failures, Clock clock) {
		this.hours = hours;
		this.failures = failures;
		this.clock = clock;
	}

	void sent() {
		this.hours.count(hour(), 1, 0, 0, 0);
	}

	void turnedAway() {
		this.hours.count(hour(), 0, 0, 0, 1);
	}

	void failed(SmsFailed.Kind kind) {
		this.hours.count(hour(), 0, kind.unsure() ? 0 : 1, kind.unsure() ? 1 : 0, 0);
		this.failures.replace(kind.name(), this.clock.instant());
	}

	/** The latest hours in which anything happened, newest first. */
	@Transactional(readOnly = true)
	List<SmsHour> latest(int most) {
		return this.hours.findAllByOrderByHourDesc(Limit.of(most));
	}

	@Transactional(readOnly = true)
	Optional<SmsTrouble> lastFailure() {
		return this.failures.findFirstBy();
	}

	void forget(Instant before) {
		this.hours.deleteBefore(before);
	}

	private Instant hour() {
		return this.clock.instant().truncatedTo(ChronoUnit.HOURS);
	}

}
