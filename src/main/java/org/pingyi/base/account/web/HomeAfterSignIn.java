package org.pingyi.base.account.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.LandingPage;
import org.pingyi.base.web.LandingPages;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads on to the page that was asked for when it lies in an area of the person's roles,
 * else to the first page of those roles.
 */
class HomeAfterSignIn implements AuthenticationSuccessHandler {

	private final RequestCache requests = new HttpSessionRequestCache();

	private final LandingPages landing;

	HomeAfterSignIn(LandingPages landing) {
		this.landing = landing;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
			throws IOException {
		SavedRequest saved = this.requests.getRequest(request, response);
		this.requests.removeRequest(request, response);
		List<String> homes = this.landing.of(person).stream().map(LandingPage::address).toList();
		String target = homes.isEmpty() ? LandingPages.OWN : homes.getFirst();
		if (saved != null && "GET".equals(saved.getMethod()) && liesIn(homes, saved)) {
			target = saved.getRedirectUrl();
			response.sendRedirect(target);
			return;
		}
		response.sendRedirect(request.getContextPath() + target);
	}

	private static boolean liesIn(List<String> homes, SavedRequest saved) {
		String path = String.valueOf(UriComponentsBuilder.fromUriString(saved.getRedirectUrl()).build().getPath());
		return homes.stream().anyMatch((home) -> path.equals(home) || path.startsWith(home + "/"));
	}

}
