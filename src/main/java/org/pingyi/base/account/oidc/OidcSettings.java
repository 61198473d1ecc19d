package org.pingyi.base.account.oidc;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity service that staff may sign in by.
 *
 * @param issuer its address, as its tokens name it; blank for none
 * @param client who we are there
 * @param name what people call it, in Chinese
 * @param nameEn what people call it, in English
 */
@ConfigurationProperties("pingyi.oidc")
record OidcSettings(String issuer, Client client, String name, String nameEn) {

	/** What the identity service gave us. */
	record Client(String id, String secret) {

		/** Nothing secret. */
		@Override
		public String toString() {
			return this.id;
		}

	}

}
