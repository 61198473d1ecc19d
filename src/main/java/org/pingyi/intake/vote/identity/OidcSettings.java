package org.pingyi.intake.vote.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An identity provider that speaks OpenID Connect.
 *
 * @param issuer its address, as its tokens name it; blank for none
 * @param authorization where people sign in; blank when the provider publishes it
 * @param token where the code is exchanged, likewise
 * @param keys where its keys lie, likewise
 * @param claim which claim tells one person from another
 * @param label what the button says in Chinese
 * @param labelEn what the button says in English
 * @param patience how long it may take to answer
 */
@ConfigurationProperties("pingyi.vote.oidc")
record OidcSettings(String issuer, String authorization, String token, String keys, String client, String secret,
		String scope, String claim, String label, String labelEn, Duration patience) {

	boolean configured() {
		return !this.issuer.isBlank() && !this.client.isBlank();
	}

}
