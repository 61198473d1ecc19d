package org.pingyi.base.account.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The identity service as configured: asked for its addresses when first needed, and
 * waited for no longer than it may take. It says who somebody is and nothing else: none
 * of its claims gives a role, and its tokens are not kept.
 */
@Component
public class OidcProvider {

	/** Where it sends people back to, as it must know it. */
	public static final String RETURN = "/login/oidc/return";

	/** What the library calls it. */
	public static final String REGISTRATION = "staff";

	private static final Logger log = LoggerFactory.getLogger(OidcProvider.class);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration SKEW = Duration.ofSeconds(60);

	private static final int MOST_LOGGED = 300;

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	private final OidcSettings settings;

	private final PublicAddress address;

	private final Clock clock;

	private final SupplierClientRegistrationRepository known;

	private final AuthenticationProvider exchange;

	OidcProvider(OidcSettings settings, PublicAddress address, Clock clock) {
		this.settings = settings;
		this.address = address;
		this.clock = clock;
		this.known = new SupplierClientRegistrationRepository(
				() -> new InMemoryClientRegistrationRepository(discovered()));
		this.exchange = exchange();
	}

	/** Whether staff may sign in by it. */
	public boolean offered() {
		return !this.settings.issuer().isBlank();
	}

	/**
	 * Refuses where staff cannot sign in by it.
	 * @throws Refusal 404 {@code account.oidc.none}
	 */
	public void requireOffered() {
		if (!offered()) {
			throw Refusal.notFound("account.oidc.none");
		}
	}

	/** What people call it. */
	public String name(Locale locale) {
		boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
		return english ? this.settings.nameEn() : this.settings.name();
	}

	/** As its tokens name it; "" where there is none. */
	public String issuer() {
		return this.settings.issuer();
	}

	/**
	 * What it and we know of each other.
	 * @throws Refusal 404 {@code account.oidc.none}, 503 {@code account.oidc.down}
	 */
	public ClientRegistration registration() {
		requireOffered();
		return inTime(() -> this.known.findByRegistrationId(REGISTRATION));
	}

	/**
	 * Exchanges the code that somebody brought back for a valid token of theirs.
	 * @throws Refusal 422 {@code account.oidc.cancelled}, {@code account.oidc.broken},
	 * 503 {@code account.oidc.down}
	 */
	public Authentication exchange(Authentication returned) {
		return inTime(() -> this.exchange.authenticate(returned));
	}

	/** Why somebody who came back is not let in, as they are told it. */
	public static Refusal refusal(OAuth2AuthenticationException ex) {
		if (ex.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
			return Refusal.invalid("account.oidc.cancelled");
		}
		log.warn("An answer of the identity service is not valid: {}", printable(ex.getError()));
		return isUnreachable(ex) ? down() : Refusal.invalid("account.oidc.broken");
	}

	private <T> T inTime(Callable<T> call) {
		try {
			return this.calls.invokeAny(List.of(call), PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof OAuth2AuthenticationException known) ? known : unexpected(ex);
		}
		catch (TimeoutException ex) {
			log.warn("The identity service does not answer in time");
			throw down();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw down();
		}
	}

	private static Refusal unexpected(ExecutionException ex) {
		log.warn("The identity service fails", ex.getCause());
		return down();
	}

	/** Part of it may have come with a browser. */
	private static String printable(OAuth2Error error) {
		String text = error.toString().replaceAll("\\p{Cntrl}", " ");
		return text.substring(0, Math.min(text.length(), MOST_LOGGED));
	}

	private static boolean isUnreachable(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.anyMatch(RestClientException.class::isInstance);
	}

	private static Refusal down() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "account.oidc.down");
	}

	/**
	 * The address comes from the settings: a request's host is whatever its sender likes.
	 */
	private ClientRegistration discovered() {
		return ClientRegistrations.fromIssuerLocation(this.settings.issuer())
			.registrationId(REGISTRATION)
			.clientId(this.settings.client().id())
			.clientSecret(this.settings.client().secret())
			.redirectUri(this.address.of(RETURN))
			.scope(OidcScopes.OPENID)
			.build();
	}

	private AuthenticationProvider exchange() {
		OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
		decoders.setJwtValidatorFactory(this::validator);
		OidcAuthorizationCodeAuthenticationProvider provider = new OidcAuthorizationCodeAuthenticationProvider(
				new RestClientAuthorizationCodeTokenResponseClient(),
				(user) -> new DefaultOidcUser(List.of(), user.getIdToken()));
		provider.setJwtDecoderFactory(decoders);
		return provider;
	}

	private OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
		JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
		times.setClock(this.clock);
		OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
		claims.setClock(this.clock);
		claims.setClockSkew(SKEW);
		return new DelegatingOAuth2TokenValidator<>(times, claims);
	}

}
