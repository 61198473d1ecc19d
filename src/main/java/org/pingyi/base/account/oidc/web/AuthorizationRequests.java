package org.pingyi.base.account.oidc.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.cookie.FormTokens;

import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/**
 * Sends people to the identity service, and keeps in their session what they must bring
 * back: state, nonce, the verifier of PKCE, and whose account they mean to bind. Each is
 * good for one return.
 */
@Component
public class AuthorizationRequests {

	/** Who may begin one: a page of ours, or whoever typed the address. */
	public static final Set<String> OWN = Set.of("same-origin", "none");

	private static final String BINDS = "binds";

	private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> kept = new HttpSessionOAuth2AuthorizationRequestRepository();

	private final FormTokens forms = new FormTokens();

	private final OidcProvider provider;

	private final DefaultOAuth2AuthorizationRequestResolver resolver;

	AuthorizationRequests(OidcProvider provider) {
		this.provider = provider;
		this.resolver = new DefaultOAuth2AuthorizationRequestResolver((id) -> provider.registration());
		this.resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
	}

	/**
	 * Where somebody goes who wants to sign in.
	 * @throws Refusal 404 {@code account.oidc.none}, 503 {@code account.oidc.down}
	 */
	public String forSignIn(HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthorizationRequest begun = resolved(request);
		CsrfToken form = this.forms.loadToken(request);
		this.kept.saveAuthorizationRequest(begun, request, response);
		keepForm(form, request, response);
		return begun.getAuthorizationRequestUri();
	}

	/**
	 * Where somebody goes who wants to bind their account. The service asks anew who they
	 * are: it may still know somebody else in this browser.
	 * @throws Refusal 404 {@code account.oidc.none}, 503 {@code account.oidc.down}
	 */
	String forBinding(String login, HttpServletRequest request, HttpServletResponse response) {
		OAuth2AuthorizationRequest begun = OAuth2AuthorizationRequest.from(resolved(request))
			.attributes((attributes) -> attributes.put(BINDS, login))
			.additionalParameters((parameters) -> parameters.put("prompt", "login"))
			.build();
		this.kept.saveAuthorizationRequest(begun, request, response);
		return begun.getAuthorizationRequestUri();
	}

	/** Whose account is to be bound when somebody comes back, where that is what for. */
	Optional<String> binds(HttpServletRequest request) {
		return Optional.ofNullable(this.kept.loadAuthorizationRequest(request))
			.map((begun) -> begun.getAttribute(BINDS));
	}

	AuthorizationRequestRepository<OAuth2AuthorizationRequest> kept() {
		return this.kept;
	}

	private OAuth2AuthorizationRequest resolved(HttpServletRequest request) {
		this.provider.registration();
		return Objects.requireNonNull(this.resolver.resolve(request, OidcProvider.REGISTRATION));
	}

	/** Whoever turns back and sends the sign-in form after all has a session by now. */
	private void keepForm(@Nullable CsrfToken form, HttpServletRequest request, HttpServletResponse response) {
		if (form != null) {
			this.forms.saveToken(form, request, response);
		}
	}

}
