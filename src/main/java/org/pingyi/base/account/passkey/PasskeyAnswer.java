package org.pingyi.base.account.passkey;

import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/**
 * What a browser sends when a passkey has signed a challenge, as
 * {@code AuthenticatorAssertionResponse} of WebAuthn has it; all in base64url.
 *
 * @param credential the ID of the passkey
 */
public record PasskeyAnswer(String credential, String clientDataJSON, String authenticatorData, String signature) {

	/**
	 * @throws IllegalArgumentException when it is none
	 */
	PublicKeyCredential<AuthenticatorAssertionResponse> assertion() {
		return PublicKeyCredential.<AuthenticatorAssertionResponse>builder()
			.id(this.credential)
			.rawId(Sent.bytes(this.credential))
			.type(PublicKeyCredentialType.PUBLIC_KEY)
			.response(AuthenticatorAssertionResponse.builder()
				.clientDataJSON(Sent.bytes(this.clientDataJSON))
				.authenticatorData(Sent.bytes(this.authenticatorData))
				.signature(Sent.bytes(this.signature))
				.build())
			.build();
	}

}
