package org.pingyi.intake.vote.identity;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Asks the identity provider where to send somebody, and for the token of who came back;
 * no longer than it may take.
 */
@Component
class ProviderClient {

	private static final Logger log = LoggerFactory.getLogger(ProviderClient.class);

	private final RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	private final IdentityProvider provider;

	ProviderClient(IdentityProvider provider) {
		this.provider = provider;
	}

	/**
	 * The request that a browser is sent to the provider with.
	 * @throws Refusal 503 {@code vote.identity.down}
	 */
	OAuth2AuthorizationRequest request(String returnTo, AuthorizationState pending) {
		return request(inTime(() -> registration(returnTo)), pending).build();
	}

	/**
	 * The valid ID token of an authorization code.
	 * @throws Refusal 422 {@code vote.identity.broken}, 503 {@code vote.identity.down}
	 */
	Jwt token(String returnTo, AuthorizationState pending, String code) {
		return inTime(() -> token(registration(returnTo), pending, code));
	}

	/** A provider that keeps people waiting must not do so for ever. */
	private <T> T inTime(Callable<T> call) {
		Future<T> answer = this.calls.submit(call);
		try {
			return answer.get(this.provider.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (TimeoutException ex) {
			log.warn("The identity provider does not answer in time");
			throw down();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw down();
		}
		finally {
			answer.cancel(true);
		}
	}

	private ClientRegistration registration(String returnTo) {
		try {
			return this.provider.registration(returnTo);
		}
		catch (IllegalArgumentException | IllegalStateException | RestClientException ex) {
			log.warn("The identity provider does not say how it works", ex);
			throw down();
		}
	}

	private static OAuth2AuthorizationRequest.Builder request(ClientRegistration registration,
			AuthorizationState pending) {
		OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scopes(registration.getScopes())
			.state(pending.state())
			.additionalParameters(Map.of("nonce", pending.nonce()));
		if (pending.verifier().isEmpty()) {
			OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		}
		else {
			request.attributes((attributes) -> attributes.put(PkceParameterNames.CODE_VERIFIER, pending.verifier()));
		}
		return request;
	}

	private Jwt token(ClientRegistration registration, AuthorizationState pending, String code) {
		OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
			.redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
			.state(pending.state())
			.build();
		OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(request(registration, pending).build(),
				response);
		try {
			Object token = this.tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, exchange))
				.getAdditionalParameters()
				.get(OidcParameterNames.ID_TOKEN);
			return this.provider.decoder(registration).decode(String.valueOf(token));
		}
		catch (OAuth2AuthorizationException | OAuth2AuthenticationException | JwtException ex) {
			log.warn("An answer of the identity provider is not valid: {}", ex.getMessage());
			throw (ex.getCause() instanceof RestClientException) ? down() : broken();
		}
	}

	/** Something does not fit, without saying what. */
	static Refusal broken() {
		return Refusal.invalid("vote.identity.broken");
	}

	private static Refusal down() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "vote.identity.down");
	}

}
