package org.pingyi.intake.vote.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.SmsHours;
import org.pingyi.base.web.TooManyRequests;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes by SMS, with which people show that a mobile number is theirs. */
@Service
public class PhoneCodes {

	/** How long a code is valid. */
	static final Duration VALID = Duration.ofMinutes(5);

	/** How long to wait before another message to the same number. */
	public static final Duration BETWEEN = Duration.ofSeconds(60);

	static final int PER_DAY = 5;

	static final int TRIES = 5;

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final CodeTable codes;

	private final CodeOrders outbox;

	private final SmsHours hours;

	private final CodeSender courier;

	private final BackgroundTasks errands;

	private final Clock clock;

	PhoneCodes(CodeTable codes, CodeOrders outbox, SmsHours hours, CodeSender courier, BackgroundTasks errands,
			Clock clock) {
		this.codes = codes;
		this.outbox = outbox;
		this.hours = hours;
		this.courier = courier;
		this.errands = errands;
		this.clock = clock;
	}

	/**
	 * Orders a code. Whether one goes out (not within 60 seconds, not six times a day) is
	 * seen later and elsewhere: here the same two statements run for every number, so
	 * that neither answer nor time tells anything about it.
	 * @throws TooManyRequests when the hour's messages are used up, for everybody alike
	 */
	public void send(PhoneNumber phone) {
		if (this.hours.left() <= 0) {
			throw new TooManyRequests(Duration.between(this.clock.instant(), this.hours.next()), "vote.limit.budget",
					HOUR.format(this.hours.next()));
		}
		this.outbox.add(phone, LocaleContextHolder.getLocale());
		this.errands.soon(this.courier::deliver);
	}

	/**
	 * Whether the code is the one sent last, not older than five minutes and not tried
	 * wrong five times. A right code may be sent again until then: the answer to the
	 * first may have been lost.
	 */
	@Transactional
	public boolean confirm(PhoneNumber phone, String code) {
		boolean right = this.codes.tried(phone)
			.filter((mac) -> same(mac, this.codes.mac(phone, code.strip())))
			.isPresent();
		if (right) {
			this.codes.untried(phone);
		}
		return right;
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

}
