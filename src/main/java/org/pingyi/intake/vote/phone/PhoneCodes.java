package org.pingyi.intake.vote.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.SmsBudget;
import org.pingyi.base.message.SmsOrders;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes by SMS, with which people show that a mobile number is theirs. */
@Service
public class PhoneCodes {

	/** How long to wait before another message to the same number. */
	public static final Duration BETWEEN = Duration.ofSeconds(60);

	/** How long a code is valid. */
	static final Duration VALID = Duration.ofMinutes(5);

	static final int PER_DAY = 5;

	static final int TRIES = 5;

	private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final SentCodes codes;

	private final SmsOrders orders;

	private final SmsBudget budget;

	private final Clock clock;

	PhoneCodes(SentCodes codes, SmsOrders orders, SmsBudget budget, Clock clock) {
		this.codes = codes;
		this.orders = orders;
		this.budget = budget;
		this.clock = clock;
	}

	/** Orders a code to vote with. */
	public void send(PhoneNumber phone) {
		send(CodeUse.VOTE, phone);
	}

	/**
	 * Orders a code. Whether one goes out (not within 60 seconds, not six times a day) is
	 * seen later and elsewhere: here the same two statements run for every number, so
	 * that neither answer nor time tells anything about it.
	 * @throws TooManyRequests when the hour's messages are used up, for everybody alike
	 */
	public void send(CodeUse use, PhoneNumber phone) {
		if (this.budget.left() <= 0) {
			throw new TooManyRequests(Duration.between(this.clock.instant(), this.budget.next()), "vote.limit.budget",
					HOUR.format(this.budget.next()));
		}
		this.orders.add(use.kind(), phone, LocaleContextHolder.getLocale());
	}

	/** Whether the code to vote with is the one sent last. */
	@Transactional
	public boolean confirm(PhoneNumber phone, String code) {
		return confirm(CodeUse.VOTE, phone, code);
	}

	/**
	 * Whether the code is the one sent last, not older than five minutes and not tried
	 * wrong five times. A right code may be sent again until then: the answer to the
	 * first may have been lost.
	 */
	@Transactional
	public boolean confirm(CodeUse use, PhoneNumber phone, String code) {
		boolean right = this.codes.tried(use, phone)
			.filter((mac) -> same(mac, this.codes.mac(use, phone, code.strip())))
			.isPresent();
		if (right) {
			this.codes.untried(use, phone);
		}
		return right;
	}

	/** The right of whoever a number belongs to. */
	public String right(PhoneNumber phone) {
		return "phone:" + this.codes.pseudonym(CodeUse.VOTE, phone);
	}

	@Transactional
	public void forgetOldDays() {
		this.codes.forgetOldDays();
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

}
