package org.pingyi.base.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gateway for trying Pingyi out: it sends nothing and keeps the messages of one day
 * for the desk to read.
 */
@Service
@ConditionalOnProperty(name = "pingyi.sms", havingValue = "development")
class DevelopmentSms implements SmsGateway {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int SHOWN = 50;

	private final SentSmsRepository messages;

	private final Clock clock;

	DevelopmentSms(SentSmsRepository messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "development";
	}

	@Override
	@Transactional
	public void send(Sms message) {
		Instant now = this.clock.instant();
		this.messages.deleteBefore(now.minus(KEPT));
		this.messages.save(new SentSmsEntity(message, now));
	}

	/** The latest messages, newest first. */
	@Transactional(readOnly = true)
	List<SentSms> latest() {
		return this.messages.findAllByOrderByIdDesc(Limit.of(SHOWN));
	}

}
