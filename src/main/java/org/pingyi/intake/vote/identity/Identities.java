package org.pingyi.intake.vote.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Encryptors;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.TooManyRequests;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.Way;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
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
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * People whom a government's identity provider vouches for: OpenID Connect with
 * authorization code, PKCE, state and nonce, and nothing kept here meanwhile. Only a
 * pseudonym of issuer and person stays.
 */
@Service
public class Identities {

	/** How long somebody may take at the provider. */
	public static final Duration VALID = Duration.ofMinutes(10);

	private static final Logger log = LoggerFactory.getLogger(Identities.class);

	private static final StringKeyGenerator WORDS = new Base64StringKeyGenerator(
			Base64.getUrlEncoder().withoutPadding(), 32);

	private final RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	private final IdentityProvider provider;

	private final Entrance entrance;

	private final Pseudonyms pseudonyms;

	private final BytesEncryptor seal;

	private final Clock clock;

	Identities(IdentityProvider provider, Entrance entrance, Pseudonyms pseudonyms, Encryptors seals, Clock clock) {
		this.provider = provider;
		this.entrance = entrance;
		this.pseudonyms = pseudonyms;
		this.seal = seals.of("vote.identity");
		this.clock = clock;
	}

	/** What the way is called on its button; empty where it is not offered. */
	public Optional<String> label(Locale locale) {
		return offered() ? Optional.of(this.provider.label(locale)) : Optional.empty();
	}

	/**
	 * Sends somebody to the provider.
	 * @throws TooManyRequests when the address has asked too often
	 * @throws Refusal 404 {@code vote.identity.none}, 503 {@code vote.identity.down}
	 */
	public AuthorizationRedirect depart(String returnTo, Visitor visitor) {
		this.entrance.departure(visitor);
		AuthorizationState journey = new AuthorizationState(WORDS.generateKey(), WORDS.generateKey(), "",
				this.clock.instant().plus(VALID));
		OAuth2AuthorizationRequest request = request(inTime(() -> registration(returnTo)), journey).build();
		String verifier = Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
		AuthorizationState complete = new AuthorizationState(journey.state(), journey.nonce(), verifier,
				journey.until());
		return new AuthorizationRedirect(request.getAuthorizationRequestUri(), complete.sealed(this.seal));
	}

	/**
	 * Takes somebody back.
	 * @param ticket what {@link #depart} gave them
	 * @throws TooManyRequests when the address has tried too often
	 * @throws Refusal 422 {@code vote.identity.broken} when anything does not fit, 503
	 * {@code vote.identity.down} when the provider does not answer in time
	 */
	public VotePass arrive(String ticket, String state, String code, String returnTo, Visitor visitor, long cycle) {
		AuthorizationState journey = AuthorizationState.open(ticket, this.seal)
			.filter((one) -> same(one.state(), state) && this.clock.instant().isBefore(one.until()))
			.orElseThrow(Identities::broken);
		this.entrance.arrival(visitor);
		Jwt token = inTime(() -> token(registration(returnTo), journey, code));
		if (!same(journey.nonce(), String.valueOf(token.getClaimAsString("nonce")))) {
			throw broken();
		}
		return this.entrance.byIdentity(right(token), visitor, cycle);
	}

	/** A provider that keeps people waiting must not do so for ever. */
	private <T> T inTime(Callable<T> call) {
		if (!offered()) {
			throw Refusal.notFound("vote.identity.none");
		}
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

	private boolean offered() {
		return this.provider.configured() && this.entrance.ways().contains(Way.ID);
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
			AuthorizationState journey) {
		OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scopes(registration.getScopes())
			.state(journey.state())
			.additionalParameters(Map.of("nonce", journey.nonce()));
		if (journey.verifier().isEmpty()) {
			OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
		}
		else {
			request.attributes((attributes) -> attributes.put(PkceParameterNames.CODE_VERIFIER, journey.verifier()));
		}
		return request;
	}

	private Jwt token(ClientRegistration registration, AuthorizationState journey, String code) {
		OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
			.redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
			.state(journey.state())
			.build();
		OAuth2AuthorizationExchange exchange = new OAuth2AuthorizationExchange(request(registration, journey).build(),
				response);
		try {
			Object token = this.tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, exchange))
				.getAdditionalParameters()
				.get(OidcParameterNames.ID_TOKEN);
			return this.provider.decoder(registration).decode(String.valueOf(token));
		}
		catch (OAuth2AuthorizationException | OAuth2AuthenticationException | JwtException ex) {
			log.warn("An answer of the identity provider does not hold: {}", ex.getMessage());
			throw (ex.getCause() instanceof RestClientException) ? down() : broken();
		}
	}

	private String right(Jwt token) {
		String person = token.getClaimAsString(this.provider.claim());
		if (person == null || person.isBlank()) {
			log.warn("The identity provider sends no claim {}", this.provider.claim());
			throw broken();
		}
		return "id:" + this.pseudonyms.of("vote.identity", token.getIssuer() + "\n" + person);
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private static Refusal broken() {
		return Refusal.invalid("vote.identity.broken");
	}

	private static Refusal down() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "vote.identity.down");
	}

}
