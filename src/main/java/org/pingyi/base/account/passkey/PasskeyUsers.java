package org.pingyi.base.account.passkey;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Staff as their authenticators know them: by the sign-in name, and by a pseudonym of it,
 * as WebAuthn wants no names in the user handle. Nothing of it is kept but with the
 * passkeys.
 */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

	private final PasskeyRepository repository;

	private final Pseudonyms pseudonyms;

	PasskeyUsers(PasskeyRepository repository, Pseudonyms pseudonyms) {
		this.repository = repository;
		this.pseudonyms = pseudonyms;
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
		return this.repository.findByPersonOrderById(id.getBytes())
			.stream()
			.findFirst()
			.map((passkey) -> person(passkey.login(), id))
			.orElse(null);
	}

	@Override
	public PublicKeyCredentialUserEntity findByUsername(String login) {
		return person(login, new Bytes(this.pseudonyms.mac("account.passkey", login)));
	}

	@Override
	public void save(PublicKeyCredentialUserEntity person) {
		// The pseudonym is made again whenever it is asked for.
	}

	@Override
	public void delete(Bytes id) {
		// The same.
	}

	private static PublicKeyCredentialUserEntity person(String login, Bytes id) {
		return ImmutablePublicKeyCredentialUserEntity.builder().name(login).displayName(login).id(id).build();
	}

}
