package org.pingyi.base.web.cookie;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/**
 * Cookies that no other site can set or read. Over https their names begin with
 * {@code __Host-}, by which browsers take them from this host alone and send them over
 * https alone; over http, as in a local run, no browser keeps such a name, so the plain
 * one is used.
 */
public final class SiteCookies {

	/** RFC 6265bis, 4.1.3.2. */
	static final String PREFIX = "__Host-";

	private SiteCookies() {
	}

	/** The name under which a cookie travels with this request and its answer. */
	public static String name(HttpServletRequest request, String name) {
		return request.isSecure() ? PREFIX + name : name;
	}

	/** A cookie for every path, which no script reads; the caller says how long. */
	public static ResponseCookie.ResponseCookieBuilder of(HttpServletRequest request, String name, String value) {
		return ResponseCookie.from(name(request, name), value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax");
	}

	/** What came with the request under this name. */
	public static Optional<String> value(HttpServletRequest request, String name) {
		String own = name(request, name);
		return Optional.ofNullable(request.getCookies())
			.map(Arrays::stream)
			.orElseGet(Stream::empty)
			.filter((cookie) -> cookie.getName().equals(own))
			.map(Cookie::getValue)
			.findFirst();
	}

}
