package org.pingyi.base.account.oidc;

import org.springframework.security.oauth2.core.oidc.IdTokenClaimAccessor;

/**
 * Somebody as an identity service knows them: the pair that is never given to anybody
 * else (OpenID Connect Core 1.0, section 5.7).
 *
 * @param issuer the identity service
 * @param subject the person there
 */
public record FederatedIdentity(String issuer, String subject) {

	/** Whom a valid token vouches for. */
	public static FederatedIdentity of(IdTokenClaimAccessor token) {
		return new FederatedIdentity(String.valueOf(token.getIssuer()), String.valueOf(token.getSubject()));
	}

	/** Nothing that leads to a person. */
	@Override
	public String toString() {
		return "FederatedIdentity";
	}

}
