package org.pingyi.base.web.cookie;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/**
 * A cookie that travels with few addresses only. Over https its name begins with
 * {@code __Secure-}, by which browsers take it over https alone; {@code __Host-} would
 * send it with every address (RFC 6265bis, 4.1.3).
 *
 * @param name its name over http
 * @param path where it is sent, below the path of the application
 */
public record PathCookie(String name, String path) {

	private static final String PREFIX = "__Secure-";

	/** No script reads it; the caller says how long it lives. */
	public ResponseCookie.ResponseCookieBuilder of(HttpServletRequest request, String value) {
		return SiteCookies.build(request, nameIn(request), value, request.getContextPath() + this.path);
	}

	/** What came with the request. */
	public Optional<String> value(HttpServletRequest request) {
		return SiteCookies.exactly(request, nameIn(request));
	}

	/**
	 * What came over https under the plain name alone: kept before names had a prefix.
	 */
	public Optional<String> former(HttpServletRequest request) {
		return (request.isSecure() && value(request).isEmpty()) ? SiteCookies.exactly(request, this.name)
				: Optional.empty();
	}

	private String nameIn(HttpServletRequest request) {
		return request.isSecure() ? PREFIX + this.name : this.name;
	}

}
