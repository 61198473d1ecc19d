package org.pingyi.base.account.oidc.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.account.SignInRefused;
import org.pingyi.base.account.oidc.FederatedIdentity;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.oidc.ProviderFailure;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Takes people back from the identity service: whoever wanted to sign in is signed in to
 * the account that is bound, whoever wanted to bind one is led to the page that asks.
 */
public class OidcFilter extends AbstractAuthenticationProcessingFilter {

	private final AuthorizationRequests requests;

	private final BiFunction<HttpServletRequest, FederatedIdentity, Authentication> signIn;

	private final Clock clock;

	/** Checks what came back against what was begun, and exchanges the code. */
	private final OAuth2LoginAuthenticationFilter exchange;

	/**
	 * @param signIn who is signed in by an identity
	 */
	public OidcFilter(OidcProvider provider, AuthorizationRequests requests, AuthenticationManager manager,
			BiFunction<HttpServletRequest, FederatedIdentity, Authentication> signIn, Clock clock) {
		super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, OidcProvider.RETURN), manager);
		this.requests = requests;
		this.signIn = signIn;
		this.clock = clock;
		this.exchange = new OAuth2LoginAuthenticationFilter((id) -> provider.registration(), new NoTokens(),
				OidcProvider.RETURN);
		this.exchange.setAuthorizationRequestRepository(requests.kept());
		this.exchange.setAuthenticationManager(provider::exchange);
	}

	@Override
	public @Nullable Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Optional<String> binds = this.requests.binds(request);
		if (binds.isPresent()) {
			response.sendRedirect(request.getContextPath() + "/me/identity" + prove(binds.get(), request, response));
			return null;
		}
		return this.signIn.apply(request, FederatedIdentity.of(person(request, response)));
	}

	private String prove(String login, HttpServletRequest request, HttpServletResponse response) {
		try {
			OidcUser person = person(request, response);
			new ProvenIdentity(FederatedIdentity.of(person), login, Objects.toString(person.getFullName(), ""),
					this.clock.instant())
				.keep(request);
			return "";
		}
		catch (SignInRefused refused) {
			return "?failed";
		}
	}

	private OidcUser person(HttpServletRequest request, HttpServletResponse response) {
		try {
			Object person = this.exchange.attemptAuthentication(request, response).getPrincipal();
			return (OidcUser) Objects.requireNonNull(person);
		}
		catch (OAuth2AuthenticationException ex) {
			throw new SignInRefused(OidcProvider.refusal(ProviderFailure.brought(ex.getError())));
		}
		catch (ProviderFailure ex) {
			throw new SignInRefused(OidcProvider.refusal(ex));
		}
		catch (Refusal refusal) {
			throw new SignInRefused(refusal);
		}
	}

	/** Keeps none of the tokens: who somebody is was all that was asked. */
	private static final class NoTokens implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // as the
																			// interface
																			// has it
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
				Authentication person, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person,
				HttpServletRequest request, HttpServletResponse response) {
			// Not kept.
		}

		@Override
		public void removeAuthorizedClient(String registration, Authentication person, HttpServletRequest request,
				HttpServletResponse response) {
			// Never there.
		}

	}

}
