package org.pingyi.base.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * A provider that speaks OpenID Connect: asked for its addresses when first needed, and
 * waited for no longer than it may take. It says who somebody is and nothing else: its
 * tokens are checked, and not kept.
 */
public final class ProviderClient {

	private static final Logger log = LoggerFactory.getLogger(ProviderClient.class);

	private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

	private final ProviderSettings settings;

	private final Clock clock;

	private final AuthenticationProvider exchange;

	private volatile @Nullable DiscoveredProvider known;

	public ProviderClient(ProviderSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.exchange = exchange();
	}

	/**
	 * What the provider and we know of each other.
	 * @param returnTo where it sends people back to, as it must know it
	 * @throws ProviderFailure when it does not say how it works
	 */
	public ClientRegistration registration(String returnTo) {
		return inTime(() -> discovered().returningTo(returnTo));
	}

	/**
	 * Exchanges the code that somebody brought back: checks state, nonce and token.
	 * @return the person, an {@link OidcUser}
	 * @throws ProviderFailure when anything does not fit
	 */
	public Authentication exchange(OAuth2LoginAuthenticationToken returned) {
		OAuth2Error error = returned.getAuthorizationExchange().getAuthorizationResponse().getError();
		if (error != null) {
			throw ProviderFailure.brought(error);
		}
		return Objects.requireNonNull(inTime(() -> this.exchange.authenticate(returned)));
	}

	/**
	 * The valid token of a code.
	 * @param begun what the browser was sent to the provider with
	 * @throws ProviderFailure when anything does not fit
	 */
	public OidcIdToken token(OAuth2AuthorizationRequest begun, String code) {
		String returnTo = Objects.requireNonNull(begun.getRedirectUri());
		OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
			.redirectUri(returnTo)
			.state(Objects.requireNonNull(begun.getState()))
			.build();
		Authentication person = exchange(new OAuth2LoginAuthenticationToken(registration(returnTo),
				new OAuth2AuthorizationExchange(begun, response)));
		return ((OidcUser) Objects.requireNonNull(person.getPrincipal())).getIdToken();
	}

	private DiscoveredProvider discovered() {
		DiscoveredProvider provider = this.known;
		if (provider == null) {
			provider = DiscoveredProvider.find(this.settings, this.clock);
			this.known = provider;
		}
		return provider;
	}

	private AuthenticationProvider exchange() {
		OidcAuthorizationCodeAuthenticationProvider provider = new OidcAuthorizationCodeAuthenticationProvider(
				new RestClientAuthorizationCodeTokenResponseClient(),
				(user) -> new DefaultOidcUser(List.of(), user.getIdToken()));
		provider.setJwtDecoderFactory((registration) -> discovered().decoder());
		return provider;
	}

	/** A provider that keeps people waiting must not do so for ever. */
	private <T extends @Nullable Object> T inTime(Callable<T> call) {
		try {
			return this.calls.invokeAny(List.of(call), this.settings.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw ProviderFailure.of(Objects.requireNonNullElse(ex.getCause(), ex));
		}
		catch (TimeoutException ex) {
			log.warn("The identity provider does not answer in time");
			throw new ProviderFailure(ProviderFailure.Reason.DOWN);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProviderFailure(ProviderFailure.Reason.DOWN);
		}
	}

}
