package org.pingyi.base.oidc;

import java.time.Duration;
import java.util.Set;

/**
 * A provider as it is configured.
 *
 * @param registration what we call it
 * @param issuer its address, as its tokens name it
 * @param endpoints where it is asked; {@link Endpoints#PUBLISHED} when it says so itself
 * @param client who we are there
 * @param secret what it gave us; blank for a client without one
 * @param scopes what is asked for besides {@code openid}
 * @param patience how long it may take to answer
 */
public record ProviderSettings(String registration, String issuer, Endpoints endpoints, String client, String secret,
		Set<String> scopes, Duration patience) {

	/** Nothing secret. */
	@Override
	public String toString() {
		return this.issuer;
	}

	/**
	 * Where a provider is asked.
	 *
	 * @param authorization where people sign in
	 * @param token where the code is exchanged
	 * @param keys where its keys lie
	 */
	public record Endpoints(String authorization, String token, String keys) {

		/** As {@code /.well-known/openid-configuration} says them. */
		public static final Endpoints PUBLISHED = new Endpoints("", "", "");

		boolean published() {
			return this.authorization.isBlank();
		}

	}

}
