package org.pingyi.base.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.session.KnownDevices;
import org.pingyi.base.account.Origin;
import org.pingyi.base.web.ClientAddress;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Where a request comes from, and the ticket that its device shows. */
@Component
class Origins {

	private static final int IPV4_NETWORK = 24;

	private static final int IPV6_NETWORK = 64;

	private static final List<String> BROWSERS = List.of("MicroMessenger", "Edg", "Firefox", "Chrome", "Safari");

	private static final List<String> SYSTEMS = List.of("HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Mac OS",
			"Linux");

	private final ClientAddress addresses;

	private final KnownDevices devices;

	Origins(ClientAddress addresses, KnownDevices devices) {
		this.addresses = addresses;
		this.devices = devices;
	}

	/** As it counts for a sign-in name. */
	Origin of(HttpServletRequest request, String login) {
		return new Origin(network(request), browser(request),
				ticket(request, login).map((ticket) -> this.devices.number(login, ticket)).orElse(""));
	}

	/** Gives the device a ticket, after a complete sign-in. */
	void remember(HttpServletRequest request, HttpServletResponse response, String login) {
		ResponseCookie cookie = ResponseCookie.from(this.devices.cookie(login), this.devices.ticket(login))
			.path(request.getContextPath() + "/login")
			.maxAge(KnownDevices.LIFE)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	/** The first of each kind that the browser names; most name several. */
	private static String browser(HttpServletRequest request) {
		String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
		return Stream.of(BROWSERS, SYSTEMS)
			.flatMap((names) -> names.stream().filter(agent::contains).limit(1))
			.collect(Collectors.joining(", "));
	}

	private Optional<String> ticket(HttpServletRequest request, String login) {
		String name = this.devices.cookie(login);
		Cookie[] cookies = request.getCookies();
		return (cookies != null) ? Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.findFirst() : Optional.empty();
	}

	private String network(HttpServletRequest request) {
		IPAddress address = new IPAddressString(this.addresses.of(request)).getAddress();
		return address.toPrefixBlock(address.isIPv4() ? IPV4_NETWORK : IPV6_NETWORK).toCanonicalString();
	}

}
