package org.pingyi.base.web;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.kept.PageDrawing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page frame knows: the city, the section in view, who is signed in, and links
 * to the same page in another language or on another leaf. Templates call it
 * {@code @frame}.
 */
@Component("frame")
class Frame {

	private final MessageSource messages;

	private final LandingPages landing;

	private final String city;

	Frame(MessageSource messages, LandingPages landing, @Value("${pingyi.city:}") String city) {
		this.messages = messages;
		this.landing = landing;
		this.city = city;
	}

	/** The city's name as configured, else the sample's name in the reader's language. */
	public String city() {
		Locale locale = LocaleContextHolder.getLocale();
		return this.city.isBlank() ? this.messages.getMessage("web.city", null, locale) : this.city;
	}

	/** Whether the page in view is this address or lies below it. */
	public boolean in(String section) {
		return path().equals(section) || path().startsWith(section + "/");
	}

	/** Where whoever sees this page begins. */
	public String home() {
		String door = this.landing.doors().stream().filter(this::in).findFirst().orElse("/");
		Authentication authentication = authentication();
		return (authentication == null) ? door
				: this.landing.of(authentication).stream().findFirst().map(LandingPage::address).orElse(door);
	}

	/** The sign-in name, or null for people without an account. */
	public @Nullable String person() {
		Authentication authentication = authentication();
		return (authentication != null) ? authentication.getName() : null;
	}

	/** Whether the page in view says that something was refused. */
	public boolean refused() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
				&& attributes.getResponse() != null
				&& attributes.getResponse().getStatus() >= HttpStatus.BAD_REQUEST.value();
	}

	/** Whether whoever is signed in holds one of these roles. */
	public boolean has(String... roles) {
		Authentication authentication = authentication();
		return authentication != null && Arrays.stream(roles)
			.anyMatch((role) -> authentication.getAuthorities()
				.stream()
				.anyMatch((authority) -> ("ROLE_" + role).equals(authority.getAuthority())));
	}

	/** Whether the page in view can be opened again by its address, as links do. */
	public boolean opensAgain() {
		HttpServletRequest request = request();
		return request == null || HttpMethod.GET.matches(request.getMethod());
	}

	/** A link to this page with one query parameter set, the others kept. */
	public String with(String parameter, Object value) {
		HttpServletRequest request = request();
		String query = (request != null) ? request.getQueryString() : null;
		return "?" + UriComponentsBuilder.newInstance()
			.replaceQuery(query)
			.replaceQueryParam(parameter, value)
			.build()
			.getQuery();
	}

	private static @Nullable Authentication authentication() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication instanceof AnonymousAuthenticationToken) ? null : authentication;
	}

	/** The address of the page in view, that of the failed one on an error page. */
	static String path() {
		return PageDrawing.address().orElseGet(Frame::requested);
	}

	private static String requested() {
		HttpServletRequest request = request();
		if (request == null) {
			return "/";
		}
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed != null) ? failed.toString() : request.getRequestURI();
		return uri.substring(Math.min(request.getContextPath().length(), uri.length()));
	}

	private static @Nullable HttpServletRequest request() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest() : null;
	}

}
