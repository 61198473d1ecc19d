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

	/**
	 * A number's messages come in shares, one of which a network draws every day, so that
	 * one stranger uses up a quarter of them at most. Four shares of three messages with
	 * three tries each are 36 guesses a day at six digits: 1 in 28,000, and 1 in 926 for
	 * whoever presses one number from all sides through thirty days and sends it 360
	 * messages.
	 */
	static final int SHARES = 4;

	static final int PER_DAY = 3;

	static final int TRIES = 3;

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

	/**
	 * Orders a code. Whether one goes out (not within 60 seconds, not four times a day,
	 * as the share of the network goes) is seen later and elsewhere: here the same two
	 * statements run for every number, so that neither answer nor time tells anything
	 * about it.
	 * @param network where the order comes from, with its neighbours
	 * @throws TooManyRequests when the hour's messages are used up, for everybody alike
	 */
	public void send(CodeOrder order, String network) {
		if (this.budget.left() <= 0) {
			throw new TooManyRequests(Duration.between(this.clock.instant(), this.budget.next()), "vote.limit.budget",
					HOUR.format(this.budget.next()));
		}
		OrderReference reference = new OrderReference(this.codes.share(order, network), order.token());
		this.orders.add(order.use().kind(), order.phone(), reference.text(), LocaleContextHolder.getLocale());
	}

	/**
	 * Whether the code is the one sent last for the order, not older than five minutes
	 * and not tried wrong three times. A right code may be sent again until then: the
	 * answer to the first may have been lost.
	 */
	@Transactional
	public boolean confirm(CodeOrder order, String code) {
		boolean right = this.codes.tried(order)
			.filter((mac) -> same(mac, this.codes.mac(order, code.strip())))
			.isPresent();
		if (right) {
			this.codes.untried(order);
		}
		return right;
	}

	/** The right of whoever a number belongs to. */
	public String right(PhoneNumber phone) {
		return "phone:" + this.codes.pseudonym(CodeUse.VOTE, phone);
	}

	/** Forgets what is over. */
	@Transactional
	public void forget() {
		this.codes.forget();
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

}
