package org.pingyi.intake.vote.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Codes on their way; numbers and codes only as pseudonyms. In the transactions of its
 * callers.
 */
@Component
class SentCodes {

	private final PhoneCodeRepository codes;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	SentCodes(PhoneCodeRepository codes, Pseudonyms pseudonyms, Clock clock) {
		this.codes = codes;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** Notes a code as sent now; false within 60 seconds, or after five today. */
	boolean note(CodeUse use, PhoneNumber phone, String code) {
		Instant now = this.clock.instant();
		return this.codes.note(pseudonym(use, phone), mac(use, phone, code), now, today(),
				now.minus(PhoneCodes.BETWEEN), PhoneCodes.PER_DAY) > 0;
	}

	/** The code to compare with, while it may be tried; this counts as a wrong try. */
	Optional<String> tried(CodeUse use, PhoneNumber phone) {
		return this.codes.tried(pseudonym(use, phone), PhoneCodes.TRIES, this.clock.instant().minus(PhoneCodes.VALID));
	}

	/** The try was right, and does not count. */
	void untried(CodeUse use, PhoneNumber phone) {
		this.codes.untried(pseudonym(use, phone));
	}

	void forgetOldDays() {
		this.codes.deleteBefore(today().minusDays(1));
	}

	/** What stands for the number wherever it is stored. */
	String pseudonym(CodeUse use, PhoneNumber phone) {
		return this.pseudonyms.of(use.purpose("phone"), phone.digits());
	}

	String mac(CodeUse use, PhoneNumber phone, String code) {
		return this.pseudonyms.of(use.purpose("code"), phone.digits() + ":" + code);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
