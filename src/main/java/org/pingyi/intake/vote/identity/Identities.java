package org.pingyi.intake.vote.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.secret.Encryptors;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.Way;

import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Service;

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
		requireOffered();
		String state = TOKENS.generateKey();
		String nonce = TOKENS.generateKey();
		OAuth2AuthorizationRequest request = this.provider.begin(returnTo, state, nonce);
		String verifier = Objects.requireNonNull(request.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
		AuthorizationState pending = new AuthorizationState(state, nonce, verifier, this.clock.instant().plus(VALID));
		return new AuthorizationRedirect(request.getAuthorizationRequestUri(), pending.encrypted(this.encryptor));
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
			.orElseThrow(IdentityProvider::broken);
		this.entrance.countReturn(visitor);
		requireOffered();
		OidcIdToken token = this.provider.token(returnTo, pending, code);
		return this.entrance.byIdentity(right(token), visitor, cycle);
	}

	private void requireOffered() {
		if (!offered()) {
			throw Refusal.notFound("vote.identity.none");
		}
	}

	private boolean offered() {
		return this.provider.configured() && this.entrance.ways().contains(Way.ID);
	}

	private String right(OidcIdToken token) {
		String person = token.getClaimAsString(this.provider.claim());
		if (person == null || person.isBlank()) {
			log.warn("The identity provider sends no claim {}", this.provider.claim());
			throw IdentityProvider.broken();
		}
		return "id:" + this.pseudonyms.of("vote.identity", token.getIssuer() + "\n" + person);
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

}
