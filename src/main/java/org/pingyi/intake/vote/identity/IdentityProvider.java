package org.pingyi.intake.vote.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;

/** The identity provider as configured; asked for its addresses when first needed. */
@Component
class IdentityProvider {

	private static final String REGISTRATION = "vote";

	private static final Duration SKEW = Duration.ofSeconds(60);

	private final OidcSettings settings;

	private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();

	private final Clock clock;

	private volatile @Nullable ClientRegistration known;

	IdentityProvider(OidcSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.decoders.setJwtValidatorFactory(this::validator);
	}

	boolean configured() {
		return this.settings.configured();
	}

	String label(Locale locale) {
		OidcSettings oidc = settings();
		return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? oidc.labelEn() : oidc.label();
	}

	/** How long it may take to answer. */
	Duration patience() {
		return settings().patience();
	}

	/** The claim that tells one person from another. */
	String claim() {
		return settings().claim();
	}

	/**
	 * What the provider was told of us.
	 * @param returnTo where it sends people back to
	 */
	ClientRegistration registration(String returnTo) {
		ClientRegistration registration = this.known;
		if (registration == null) {
			registration = found(settings()).build();
			this.known = registration;
		}
		return ClientRegistration.withClientRegistration(registration).redirectUri(returnTo).build();
	}

	/** Checks signature, issuer, audience and times of its tokens. */
	JwtDecoder decoder(ClientRegistration registration) {
		return this.decoders.createDecoder(registration);
	}

	private static ClientRegistration.Builder found(OidcSettings oidc) {
		ClientRegistration.Builder builder = oidc.authorization().isBlank()
				? ClientRegistrations.fromIssuerLocation(oidc.issuer()) : spelledOut(oidc);
		return builder.registrationId(REGISTRATION)
			.clientId(oidc.client())
			.clientSecret(oidc.secret())
			.clientAuthenticationMethod(oidc.secret().isBlank() ? ClientAuthenticationMethod.NONE
					: ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(oidc.issuer())
			.scope(oidc.scope().split("[ ,]+"));
	}

	private static ClientRegistration.Builder spelledOut(OidcSettings oidc) {
		return ClientRegistration.withRegistrationId(REGISTRATION)
			.issuerUri(oidc.issuer())
			.authorizationUri(oidc.authorization())
			.tokenUri(oidc.token())
			.jwkSetUri(oidc.keys());
	}

	private OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(this.clock);
		OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
		claims.setClock(this.clock);
		claims.setClockSkew(SKEW);
		return new DelegatingOAuth2TokenValidator<>(times, claims);
	}

	private OidcSettings settings() {
		if (!this.settings.configured()) {
			throw new IllegalStateException("No identity provider is configured");
		}
		return this.settings;
	}

}
