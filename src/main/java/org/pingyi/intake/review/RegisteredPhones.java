package org.pingyi.intake.review;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Encryptors;
import org.pingyi.base.web.Refusal;

import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/** The phones of invited people, encrypted as they are stored. */
@Component
class RegisteredPhones {

	private final InvitationRepository invitations;

	private final BytesEncryptor encryptor;

	RegisteredPhones(InvitationRepository invitations, Encryptors encryptors) {
		this.invitations = invitations;
		this.encryptor = encryptors.of("review.phone");
	}

	Optional<PhoneNumber> of(long invitation) {
		return this.invitations.phone(invitation)
			.map((sealed) -> new String(this.encryptor.decrypt(sealed), StandardCharsets.US_ASCII))
			.map(PhoneNumber::new);
	}

	/**
	 * What is stored of a number as the office types it; null for none.
	 * @throws Refusal 422 {@code review.badPhone}
	 */
	byte @Nullable [] encrypted(String typed) {
		if (typed.isBlank()) {
			return null;
		}
		PhoneNumber phone = PhoneNumber.read(typed).orElseThrow(() -> Refusal.invalid("review.badPhone").at("phone"));
		return this.encryptor.encrypt(phone.digits().getBytes(StandardCharsets.US_ASCII));
	}

}
