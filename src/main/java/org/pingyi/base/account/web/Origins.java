package org.pingyi.base.account.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.session.KnownDevices;
import org.pingyi.base.account.Origin;
import org.pingyi.base.web.ClientAddress;
import org.pingyi.base.web.cookie.PathCookie;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where a request comes from, and the ticket that its device shows. */
@Component
class Origins {

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
		return new Origin(this.addresses.network(request), browser(request),
				ticket(request, login).map((ticket) -> this.devices.id(login, ticket)).orElse(""));
	}

	/** Gives the device a ticket, after a complete sign-in. */
	void remember(HttpServletRequest request, HttpServletResponse response, String login) {
		String ticket = this.devices.ticket(login);
		response.addHeader(HttpHeaders.SET_COOKIE,
				cookie(login).of(request, ticket).maxAge(KnownDevices.LIFE).build().toString());
	}

	/** The first of each kind that the browser names; most name several. */
	private static String browser(HttpServletRequest request) {
		String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
		return Stream.of(BROWSERS, SYSTEMS)
			.flatMap((names) -> names.stream().filter(agent::contains).limit(1))
			.collect(Collectors.joining(", "));
	}

	/** A ticket proves itself, whatever the name it was kept under. */
	private Optional<String> ticket(HttpServletRequest request, String login) {
		PathCookie cookie = cookie(login);
		return cookie.value(request).or(() -> cookie.former(request));
	}

	private PathCookie cookie(String login) {
		return new PathCookie(this.devices.cookie(login), "/login");
	}

}
