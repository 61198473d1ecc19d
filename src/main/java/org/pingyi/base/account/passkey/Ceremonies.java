package org.pingyi.base.account.passkey;

import java.util.List;
import java.util.Set;

import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The two ceremonies of WebAuthn: what browsers are asked, and who checks what they
 * answer. What was asked is made again from the challenge, which alone is kept.
 */
@Component
class Ceremonies {

	private static final String SITE = "评议 Pingyi";

	/** The password is the other factor: keys that know no fingerprint or PIN do. */
	private static final UserVerificationRequirement VERIFICATION = UserVerificationRequirement.PREFERRED;

	private final PasskeyUsers users;

	private final RelyingParty party;

	/** The port of this machine's own address is known only once the server listens. */
	private final SingletonSupplier<WebAuthnRelyingPartyOperations> operations;

	Ceremonies(PasskeyUsers users, PasskeyCredentials credentials, RelyingParty party) {
		this.users = users;
		this.party = party;
		this.operations = SingletonSupplier
			.of(() -> new Webauthn4JRelyingPartyOperations(users, credentials, site(), Set.of(party.origin())));
	}

	WebAuthnRelyingPartyOperations operations() {
		return this.operations.obtain();
	}

	/**
	 * What is asked to make a passkey.
	 * @param own which the device shall not make once more
	 */
	PublicKeyCredentialCreationOptions creation(String login, List<PasskeyEntity> own, PasskeyChallenge challenge) {
		return PublicKeyCredentialCreationOptions.builder()
			.rp(site())
			.user(this.users.findByUsername(login))
			.challenge(challenge.bytes())
			.timeout(PasskeyChallenge.LIFE)
			.pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256,
					PublicKeyCredentialParameters.RS256)
			.excludeCredentials(descriptors(own))
			.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
				.userVerification(VERIFICATION)
				.residentKey(ResidentKeyRequirement.DISCOURAGED)
				.build())
			.attestation(AttestationConveyancePreference.NONE)
			.build();
	}

	/**
	 * What is asked to use one.
	 * @param own of which one has to answer
	 */
	PublicKeyCredentialRequestOptions request(List<PasskeyEntity> own, PasskeyChallenge challenge) {
		return PublicKeyCredentialRequestOptions.builder()
			.rpId(this.party.id())
			.challenge(challenge.bytes())
			.timeout(PasskeyChallenge.LIFE)
			.allowCredentials(descriptors(own))
			.userVerification(VERIFICATION)
			.build();
	}

	private PublicKeyCredentialRpEntity site() {
		return PublicKeyCredentialRpEntity.builder().id(this.party.id()).name(SITE).build();
	}

	private static List<PublicKeyCredentialDescriptor> descriptors(List<PasskeyEntity> passkeys) {
		return passkeys.stream()
			.map((passkey) -> PublicKeyCredentialDescriptor.builder()
				.id(new Bytes(passkey.credential()))
				.transports(Transports.of(passkey.transports()))
				.build())
			.toList();
	}

}
