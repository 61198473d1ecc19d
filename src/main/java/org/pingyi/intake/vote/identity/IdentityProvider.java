package org.pingyi.intake.vote.identity;

import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.oidc.ProviderClient;
import org.pingyi.base.oidc.ProviderFailure;
import org.pingyi.base.oidc.ProviderSettings;
import org.pingyi.base.oidc.ProviderSettings.Endpoints;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/** The provider that citizens may be vouched for by, as configured. */
@Component
class IdentityProvider {

	private static final String REGISTRATION = "vote";

	private final OidcSettings settings;

	private final ProviderClient client;

	IdentityProvider(OidcSettings settings, Clock clock) {
		this.settings = settings;
		this.client = new ProviderClient(new ProviderSettings(REGISTRATION, settings.issuer(),
				new Endpoints(settings.authorization(), settings.token(), settings.keys()), settings.client(),
				settings.secret(), Set.of(settings.scope().split("[ ,]+")), settings.patience()), clock);
	}

	boolean configured() {
		return this.settings.configured();
	}

	String label(Locale locale) {
		return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? this.settings.labelEn()
				: this.settings.label();
	}

	/** The claim that tells one person from another. */
	String claim() {
		return this.settings.claim();
	}

	/**
	 * The request that a browser is sent to the provider with, in which PKCE begins.
	 * @throws Refusal 503 {@code vote.identity.down}
	 */
	OAuth2AuthorizationRequest begin(String returnTo, String state, String nonce) {
		OAuth2AuthorizationRequest.Builder request = request(returnTo, state, nonce);
		OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		return request.build();
	}

	/**
	 * The valid ID token of an authorization code.
	 * @throws Refusal 422 {@code vote.identity.broken}, 503 {@code vote.identity.down}
	 */
	OidcIdToken token(String returnTo, AuthorizationState pending, String code) {
		OAuth2AuthorizationRequest begun = request(returnTo, pending.state(), pending.nonce())
			.attributes((attributes) -> attributes.put(PkceParameterNames.CODE_VERIFIER, pending.verifier()))
			.build();
		try {
			return this.client.token(begun, code);
		}
		catch (ProviderFailure ex) {
			throw refusal(ex);
		}
	}

	private OAuth2AuthorizationRequest.Builder request(String returnTo, String state, String nonce) {
		ClientRegistration registration = registration(returnTo);
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scopes(registration.getScopes())
			.state(state)
			.attributes((attributes) -> attributes.put(OidcParameterNames.NONCE, nonce))
			.additionalParameters(Map.of(OidcParameterNames.NONCE, hash(nonce)));
	}

	private ClientRegistration registration(String returnTo) {
		try {
			return this.client.registration(returnTo);
		}
		catch (ProviderFailure ex) {
			throw refusal(ex);
		}
	}

	/** What the token must bring back, by which the library knows the nonce. */
	private static String hash(String nonce) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(nonce));
	}

	private static Refusal refusal(ProviderFailure failure) {
		return switch (failure.reason()) {
			case CANCELLED -> Refusal.invalid("vote.identity.cancelled");
			case BROKEN -> broken();
			case DOWN -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "vote.identity.down");
		};
	}

	/** Something does not fit, without saying what. */
	static Refusal broken() {
		return Refusal.invalid("vote.identity.broken");
	}

}
