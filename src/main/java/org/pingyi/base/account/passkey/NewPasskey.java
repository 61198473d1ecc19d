package org.pingyi.base.account.passkey;

import java.util.List;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.util.Assert;

/**
 * What a browser sends of a passkey that it made, as
 * {@code AuthenticatorAttestationResponse} of WebAuthn has it.
 *
 * @param name which the person gives it
 * @param clientDataJSON base64url
 * @param attestationObject base64url
 * @param transports words with commas between, or ""
 */
public record NewPasskey(String name, String clientDataJSON, String attestationObject, String transports) {

	private static final ObjectConverter CONVERTER = new ObjectConverter();

	/**
	 * Its ID is read where the key stands: an ID that the browser says besides could be
	 * that of somebody else's.
	 * @throws IllegalArgumentException, com.webauthn4j.util.exception.WebAuthnException
	 * when it is none
	 */
	PublicKeyCredential<AuthenticatorAttestationResponse> credential() {
		Bytes attestation = Sent.bytes(this.attestationObject);
		Bytes id = new Bytes(attested(attestation).getCredentialId());
		return PublicKeyCredential.<AuthenticatorAttestationResponse>builder()
			.id(id.toBase64UrlString())
			.rawId(id)
			.type(PublicKeyCredentialType.PUBLIC_KEY)
			.response(AuthenticatorAttestationResponse.builder()
				.attestationObject(attestation)
				.clientDataJSON(Sent.bytes(this.clientDataJSON))
				.transports(List.copyOf(Transports.of(this.transports)))
				.build())
			.build();
	}

	private static AttestedCredentialData attested(Bytes attestation) {
		AttestationObject object = CONVERTER.getCborConverter()
			.readValue(attestation.getBytes(), AttestationObject.class);
		Assert.notNull(object, "nothing attested");
		@Nullable AttestedCredentialData attested = object.getAuthenticatorData().getAttestedCredentialData();
		Assert.notNull(attested, "no key attested");
		return attested;
	}

}
