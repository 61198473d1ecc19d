package org.pingyi.base.oidc;

import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.client.RestClientException;

/** Why nobody comes of an exchange with a provider. */
public final class ProviderFailure extends RuntimeException {

	private static final Logger log = LoggerFactory.getLogger(ProviderFailure.class);

	private static final int MOST_LOGGED = 300;

	private final Reason reason;

	/** What people are told, each door in its own words. */
	public enum Reason {

		/** The person turned back. */
		CANCELLED,
		/** Something does not fit. */
		BROKEN,
		/** The provider does not answer in time, or not as it must. */
		DOWN

	}

	ProviderFailure(Reason reason) {
		super(reason.name());
		this.reason = reason;
	}

	/**
	 * What a browser comes to that brings no code of a journey that it began. Anybody can
	 * bring anything, so only the debug log tells.
	 */
	public static ProviderFailure brought(OAuth2Error error) {
		log.debug("A browser brings no answer of the identity provider: {}", printable(error.toString()));
		return new ProviderFailure(
				error.getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED) ? Reason.CANCELLED : Reason.BROKEN);
	}

	/**
	 * What an answer of the provider that is not valid comes to; it is logged, shortened.
	 */
	private static ProviderFailure of(OAuth2AuthenticationException ex) {
		log.warn("An answer of the identity provider is not valid: {}", printable(ex.getError().toString()));
		return new ProviderFailure(isUnreachable(ex) ? Reason.DOWN : Reason.BROKEN);
	}

	/** What anything else that went wrong comes to. */
	static ProviderFailure of(Throwable cause) {
		if (cause instanceof OAuth2AuthenticationException known) {
			return of(known);
		}
		log.warn("The identity provider fails: {}", printable(String.valueOf(cause)));
		return new ProviderFailure(Reason.DOWN);
	}

	/** Part of it may have come with a browser or from the provider. */
	private static String printable(String text) {
		String clean = text.replaceAll("\\p{C}", " ");
		return clean.substring(0, Math.min(clean.length(), MOST_LOGGED));
	}

	private static boolean isUnreachable(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch(RestClientException.class::isInstance);
	}

	public Reason reason() {
		return this.reason;
	}

}
