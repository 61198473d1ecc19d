package org.pingyi.base.account.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.PendingSignIn;
import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.LandingPages;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gives the device its ticket, and leads on: whoever has set up a second factor to the
 * recovery codes, else to the page that was asked for when it lies in an area of the
 * person's roles, else to the first page of those roles.
 */
@Component
class HomeAfterSignIn implements AuthenticationSuccessHandler {

	private final RequestCache requests;

	private final LandingPages landing;

	private final Origins origins;

	HomeAfterSignIn(AskedPages requests, LandingPages landing, Origins origins) {
		this.requests = requests;
		this.landing = landing;
		this.origins = origins;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		this.origins.remember(request, response, person.getName());
		keepFormToken(request);
		boolean setUp = PendingSession.of(request).filter(PendingSignIn::setUp).isPresent();
		PendingSession.end(request);
		if (setUp) {
			response.sendRedirect(request.getContextPath() + "/me/factor?new");
			return;
		}
		leadOn(request, response, person);
	}

	/** One for all pages, before several are opened at once and each makes its own. */
	private static void keepFormToken(HttpServletRequest request) {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

	/** To the page that was asked for, or else to the first one of the person's. */
	void leadOn(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException {
		String target = asked(request, response, person)
			.orElseGet(() -> request.getContextPath() + this.landing.first(person));
		this.requests.removeRequest(request, response);
		response.sendRedirect(target);
	}

	/** The page that was asked for, where it lies in an area of the person's roles. */
	Optional<String> asked(HttpServletRequest request, HttpServletResponse response, Authentication person) {
		List<String> homes = this.landing.of(person).stream().map(LandingPage::address).toList();
		return Optional.ofNullable(this.requests.getRequest(request, response))
			.filter((saved) -> "GET".equals(saved.getMethod()))
			.map(SavedRequest::getRedirectUrl)
			.filter((page) -> liesIn(homes, page));
	}

	private static boolean liesIn(List<String> homes, String page) {
		String path = String.valueOf(UriComponentsBuilder.fromUriString(page).build().getPath());
		return homes.stream().anyMatch((home) -> path.equals(home) || path.startsWith(home + "/"));
	}

}
