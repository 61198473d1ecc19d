package org.pingyi.base.web.cookie;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseCookie;

/**
 * The cookies of this site, all built here; those for every path no other site can set or
 * read. Over https their names begin with {@code __Host-}, by which browsers take them
 * from this host alone and send them over https alone; over http, as in a local run, no
 * browser keeps such a name, so the plain one is used.
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
		return build(request, name(request, name), value, "/");
	}

	static ResponseCookie.ResponseCookieBuilder build(HttpServletRequest request, String name, String value,
			String path) {
		return ResponseCookie.from(name, value).path(path).httpOnly(true).secure(request.isSecure()).sameSite("Lax");
	}

	/** What came with the request under this name. */
	public static Optional<String> value(HttpServletRequest request, String name) {
		return exactly(request, name(request, name));
	}

	/** What came with the request under names that begin so. */
	public static Stream<String> values(HttpServletRequest request, String start) {
		String own = name(request, start);
		return all(request).filter((cookie) -> cookie.getName().startsWith(own)).map(Cookie::getValue);
	}

	static Optional<String> exactly(HttpServletRequest request, String name) {
		return all(request).filter((cookie) -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
	}

	private static Stream<Cookie> all(HttpServletRequest request) {
		return Optional.ofNullable(request.getCookies()).map(Arrays::stream).orElseGet(Stream::empty);
	}

}
