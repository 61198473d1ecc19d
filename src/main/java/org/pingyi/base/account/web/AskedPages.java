package org.pingyi.base.account.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.cookie.SiteCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Remembers the page that somebody asked for before they signed in: its path and query
 * alone, in a cookie, so that strangers put nothing into the database.
 */
@Component
class AskedPages implements RequestCache {

	private static final String COOKIE = "pingyi-next";

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private static final int LONGEST = 1500;

	/** A path of this site: never another host, which {@code //} would begin. */
	private static final Pattern PATH = Pattern.compile("/(?:[\\x21-\\x7e&&[^/\\\\]][\\x21-\\x7e&&[^\\\\]]*)?");

	private final KnownRoutes routes;

	AskedPages(KnownRoutes routes) {
		this.routes = routes;
	}

	/**
	 * Remembers where somebody is whose session has ended: the page asked for, or the one
	 * that a form was sent from, where the browser says so.
	 */
	void saveEnded(HttpServletRequest request, HttpServletResponse response) {
		if (HttpMethod.GET.matches(request.getMethod())) {
			saveRequest(request, response);
		}
		else {
			savePageOf(request, response);
		}
	}

	private void savePageOf(HttpServletRequest form, HttpServletResponse response) {
		String site = ServletUriComponentsBuilder.fromContextPath(form).build().toUriString();
		Optional.ofNullable(form.getHeader(HttpHeaders.REFERER))
			.filter((from) -> from.startsWith(site + "/"))
			.map((from) -> from.substring(site.length()))
			.filter(this::isPage)
			.ifPresent((page) -> set(form, response, encoded(page), PATIENCE));
	}

	private boolean isPage(String page) {
		try {
			URI address = new URI(page);
			return page.length() <= LONGEST && PATH.matcher(page).matches() && address.normalize().equals(address)
					&& this.routes.contain(address.getRawPath());
		}
		catch (URISyntaxException malformed) {
			return false;
		}
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String query = request.getQueryString();
		String page = request.getRequestURI() + ((query != null) ? "?" + query : "");
		boolean whole = HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null;
		if (whole && isPage(page)) {
			set(request, response, encoded(page), PATIENCE);
		}
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return SiteCookies.value(request, COOKIE)
			.flatMap(AskedPages::decoded)
			.filter(this::isPage)
			.map(SimpleSavedRequest::new)
			.orElse(null);
	}

	/** A page is shown as it is asked for, not as it was once. */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		if (SiteCookies.value(request, COOKIE).isPresent()) {
			set(request, response, "", Duration.ZERO);
		}
	}

	private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				SiteCookies.of(request, COOKIE, value).maxAge(life).build().toString());
	}

	private static String encoded(String page) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
	}

	private static Optional<String> decoded(String value) {
		try {
			return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
