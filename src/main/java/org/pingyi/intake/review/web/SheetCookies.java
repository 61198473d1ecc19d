package org.pingyi.intake.review.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.cookie.SiteCookies;
import org.pingyi.intake.review.SheetLink;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The cookies in which a browser keeps its links, one for each sheet. */
@Component
class SheetCookies {

	private static final String NAME = "review-";

	private static final int MOST = 10;

	/** Longer than any year takes ballots. */
	private static final Duration LIFE = Duration.ofDays(180);

	/** The link that the browser keeps for an address. */
	Optional<SheetLink> find(HttpServletRequest request, String address) {
		return SiteCookies.value(request, NAME + address)
			.flatMap(SheetLink::read)
			.filter((link) -> link.address().equals(address));
	}

	/** The links that the browser keeps, a few of them when it sends many. */
	List<SheetLink> all(HttpServletRequest request) {
		return SiteCookies.values(request, NAME)
			.flatMap((value) -> SheetLink.read(value).stream())
			.limit(MOST)
			.toList();
	}

	void keep(SheetLink link, HttpServletRequest request, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				SiteCookies.of(request, NAME + link.address(), link.text()).maxAge(LIFE).build().toString());
	}

}
