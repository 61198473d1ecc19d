package org.pingyi.base.account.passkey;

import java.util.List;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps the passkeys for Spring Security, which compares a signature's counter with that
 * of the day when the passkey was added: the latest is compared here, by the statement
 * that takes the next.
 */
@Component
class PasskeyCredentials implements UserCredentialRepository {

	private final PasskeyRepository repository;

	PasskeyCredentials(PasskeyRepository repository) {
		this.repository = repository;
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes id) {
		return this.repository.findByCredential(id.getBytes()).map(PasskeyCredentials::credential).orElse(null);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes person) {
		return this.repository.findByPersonOrderById(person.getBytes())
			.stream()
			.map(PasskeyCredentials::credential)
			.toList();
	}

	/**
	 * Takes the counter of one that signed. A new one is inserted by {@link Passkeys},
	 * who knows the person.
	 * @throws MaliciousCounterValueException when the counter did not go forward
	 */
	@Override
	public void save(CredentialRecord credential) {
		byte[] id = credential.getCredentialId().getBytes();
		if (this.repository.existsByCredential(id) && this.repository.count(id, credential.getSignatureCount()) == 0) {
			throw new MaliciousCounterValueException("the counter did not go forward");
		}
	}

	@Override
	public void delete(Bytes id) {
		this.repository.deleteByCredential(id.getBytes());
	}

	private static CredentialRecord credential(PasskeyEntity stored) {
		return ImmutableCredentialRecord.builder()
			.credentialType(PublicKeyCredentialType.PUBLIC_KEY)
			.credentialId(new Bytes(stored.credential()))
			.userEntityUserId(new Bytes(stored.person()))
			.attestationObject(new Bytes(stored.attestation()))
			.transports(Transports.of(stored.transports()))
			.signatureCount(stored.signCount())
			.label(stored.name())
			.build();
	}

}
