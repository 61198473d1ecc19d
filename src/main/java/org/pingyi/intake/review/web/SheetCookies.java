package org.pingyi.intake.review.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.intake.review.SheetLink;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies in which a browser keeps its links, one for each sheet. Under https their
 * names make browsers refuse them from any other host.
 */
@Component
class SheetCookies {

	private static final String NAME = "review-";

	private static final int MOST = 10;

	private static final String HOST_ONLY = "__Host-";

	/** Longer than any year takes ballots. */
	private static final Duration LIFE = Duration.ofDays(180);

	/** The link that the browser keeps for an address. */
	Optional<SheetLink> find(HttpServletRequest request, String address) {
		return cookies(request).filter((cookie) -> cookie.getName().equals(prefix(request) + address))
			.flatMap((cookie) -> SheetLink.read(cookie.getValue()).stream())
			.filter((link) -> link.address().equals(address))
			.findFirst();
	}

	/** The links that the browser keeps, a few of them when it sends many. */
	List<SheetLink> all(HttpServletRequest request) {
		return cookies(request).filter((cookie) -> cookie.getName().startsWith(prefix(request)))
			.flatMap((cookie) -> SheetLink.read(cookie.getValue()).stream())
			.limit(MOST)
			.toList();
	}

	void keep(SheetLink link, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(prefix(request) + link.address(), link.text())
					.path("/")
					.maxAge(LIFE)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	private static String prefix(HttpServletRequest request) {
		return request.isSecure() ? HOST_ONLY + NAME : NAME;
	}

	private static Stream<Cookie> cookies(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies != null) ? Arrays.stream(cookies) : Stream.empty();
	}

}
