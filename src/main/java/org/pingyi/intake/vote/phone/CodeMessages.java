package org.pingyi.intake.vote.phone;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.Sms;
import org.pingyi.base.message.SmsWriter;

import org.springframework.context.MessageSource;

/** Writes the messages with codes; a code exists only from then on. */
class CodeMessages implements SmsWriter {

	private static final int CODES = 1_000_000;

	private final SecureRandom random = new SecureRandom();

	private final CodeUse use;

	private final SentCodes codes;

	private final MessageSource messages;

	CodeMessages(CodeUse use, SentCodes codes, MessageSource messages) {
		this.use = use;
		this.codes = codes;
		this.messages = messages;
	}

	@Override
	public String kind() {
		return this.use.kind();
	}

	@Override
	public Duration validity() {
		return PhoneCodes.VALID;
	}

	@Override
	public Optional<Sms> write(PhoneNumber phone, String reference, Locale locale) {
		String code = String.format(Locale.ROOT, "%06d", this.random.nextInt(CODES));
		OrderReference read = OrderReference.read(reference);
		return this.codes.note(new CodeOrder(this.use, phone, read.token()), read.share(), code)
				? Optional.of(message(phone, code, locale)) : Optional.empty();
	}

	private Sms message(PhoneNumber phone, String code, Locale locale) {
		String minutes = String.valueOf(PhoneCodes.VALID.toMinutes());
		return new Sms(phone, code, this.messages.getMessage(this.use.text(), new Object[] { code, minutes }, locale));
	}

}
