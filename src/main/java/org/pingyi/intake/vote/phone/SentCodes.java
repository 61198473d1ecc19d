package org.pingyi.intake.vote.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Codes on their way; numbers, orders and codes only as pseudonyms. In the transactions
 * of its callers.
 */
@Component
class SentCodes {

	private final PhoneCodeRepository codes;

	private final CodeShareRepository shares;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	SentCodes(PhoneCodeRepository codes, CodeShareRepository shares, Pseudonyms pseudonyms, Clock clock) {
		this.codes = codes;
		this.shares = shares;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/**
	 * The share of a number's messages that a network has today. It is drawn anew every
	 * day, and tells two bits about the network: whoever uses a share up has kept nobody
	 * out for ever.
	 */
	int share(CodeOrder order, String network) {
		String drawn = this.pseudonyms.of(order.use().purpose("draw"),
				values(order.phone().digits(), network, today()));
		return Integer.parseInt(drawn.substring(0, 2), 16) % PhoneCodes.SHARES;
	}

	/** Notes a code as sent now; false while the share has had enough. */
	boolean note(CodeOrder order, int share, String code) {
		Instant now = this.clock.instant();
		boolean due = this.shares.take(pseudonym(order, share), now, today(), now.minus(PhoneCodes.BETWEEN),
				PhoneCodes.PER_DAY) > 0;
		if (due) {
			this.codes.note(pseudonym(order), mac(order, code), now);
		}
		return due;
	}

	/** The code to compare with, while it may be tried; this counts as a wrong try. */
	Optional<String> tried(CodeOrder order) {
		return this.codes.tried(pseudonym(order), PhoneCodes.TRIES, this.clock.instant().minus(PhoneCodes.VALID));
	}

	/** The try was right, and does not count. */
	void untried(CodeOrder order) {
		this.codes.untried(pseudonym(order));
	}

	void forget() {
		this.codes.deleteBefore(this.clock.instant().minus(PhoneCodes.VALID));
		this.shares.deleteBefore(today().minusDays(1));
	}

	/** What stands for the number wherever it is stored. */
	String pseudonym(CodeUse use, PhoneNumber phone) {
		return this.pseudonyms.of(use.purpose("phone"), phone.digits());
	}

	String mac(CodeOrder order, String code) {
		return this.pseudonyms.of(order.use().purpose("code"), values(order.phone().digits(), order.token(), code));
	}

	private String pseudonym(CodeOrder order) {
		return this.pseudonyms.of(order.use().purpose("order"), values(order.phone().digits(), order.token()));
	}

	private String pseudonym(CodeOrder order, int share) {
		return this.pseudonyms.of(order.use().purpose("share"), values(order.phone().digits(), share));
	}

	private static String values(Object... values) {
		return String.join(":", Arrays.stream(values).map(String::valueOf).toList());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
