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

	private static final StringKeyGenerator TOKENS = new Base64StringKeyGenerator(
			Base64.getUrlEncoder().withoutPadding(), 32);

	private final RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	private final IdentityProvider provider;

	private final Entrance entrance;

	private final Pseudonyms pseudonyms;

	private final BytesEncryptor encryptor;

	private final Clock clock;

	Identities(IdentityProvider provider, Entrance entrance, Pseudonyms pseudonyms, Encryptors encryptors,
			Clock clock) {
		this.provider = provider;
		this.entrance = entrance;
		this.pseudonyms = pseudonyms;
		this.encryptor = encryptors.of("vote.identity");
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
	public AuthorizationRedirect redirect(String returnTo, Visitor visitor) {
		this.entrance.countDeparture(visitor);
		AuthorizationState pending = new AuthorizationState(TOKENS.generateKey(), TOKENS.generateKey(), "",
				this.clock.instant().plus(VALID));
		OAuth2AuthorizationRequest request = request(inTime(() -> registration(returnTo)), pending).build();
		String verifier = Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
		AuthorizationState complete = new AuthorizationState(pending.state(), pending.nonce(), verifier,
				pending.until());
		return new AuthorizationRedirect(request.getAuthorizationRequestUri(), complete.encrypted(this.encryptor));
	}

	/**
	 * Takes somebody back.
	 * @param ticket what {@link #redirect} gave them
	 * @throws TooManyRequests when the address has tried too often
	 * @throws Refusal 422 {@code vote.identity.broken} when anything does not fit, 503
	 * {@code vote.identity.down} when the provider does not answer in time
	 */
	public VotePass complete(String ticket, String state, String code, String returnTo, Visitor visitor, long cycle) {
		AuthorizationState pending = AuthorizationState.open(ticket, this.encryptor)
			.filter((one) -> same(one.state(), state) && this.clock.instant().isBefore(one.until()))
			.orElseThrow(Identities::broken);
		this.entrance.countReturn(visitor);
		Jwt token = inTime(() -> token(registration(returnTo), pending, code));
		if (!same(pending.nonce(), String.valueOf(token.getClaimAsString("nonce")))) {
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
