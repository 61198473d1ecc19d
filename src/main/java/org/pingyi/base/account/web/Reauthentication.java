package org.pingyi.base.account.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.Reconfirmation;
import org.pingyi.base.account.SignedIn;
import org.pingyi.base.web.Reauthenticated;
import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Asks whoever does something {@link Reauthenticated heavy} for the password or a code,
 * unless that was shown lately. The page that asks holds all that was sent, and sends it
 * on to where it was meant for.
 */
class Reauthentication implements HandlerInterceptor {

	private static final String CONFIRMED = "account.confirmed";

	private static final String TYPED = "confirmation";

	private final Reconfirmation reconfirmation;

	private final Duration good;

	private final Clock clock;

	/**
	 * @param good how long it is good
	 */
	Reauthentication(Reconfirmation reconfirmation, Duration good, Clock clock) {
		this.reconfirmation = reconfirmation;
		this.good = good;
		this.clock = clock;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws ModelAndViewDefiningException {
		Reauthenticated heavy = (handler instanceof HandlerMethod method)
				? method.getMethodAnnotation(Reauthenticated.class) : null;
		if (heavy != null && request.getUserPrincipal() instanceof Authentication person && !fresh(request, person)) {
			confirm(request, heavy.value());
		}
		return true;
	}

	private void confirm(HttpServletRequest request, String act) throws ModelAndViewDefiningException {
		String typed = request.getParameter(TYPED);
		if (typed == null) {
			throw new ModelAndViewDefiningException(page(request, act, null));
		}
		try {
			this.reconfirmation.require(typed);
			request.getSession().setAttribute(CONFIRMED, this.clock.instant());
		}
		catch (Refusal refusal) {
			throw new ModelAndViewDefiningException(page(request, act, refusal));
		}
	}

	private boolean fresh(HttpServletRequest request, Authentication person) {
		Instant shown = Stream.concat(SignedIn.shown(person).stream(), confirmed(request.getSession(false)))
			.max(Instant::compareTo)
			.orElse(Instant.EPOCH);
		return this.clock.instant().isBefore(shown.plus(this.good));
	}

	private static Stream<Instant> confirmed(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(CONFIRMED) instanceof Instant at) ? Stream.of(at)
				: Stream.empty();
	}

	/**
	 * The path of the page whose button was pressed; empty where the browser does not
	 * say.
	 */
	private static String askedFrom(HttpServletRequest request) {
		String site = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
		String from = Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), "");
		return from.startsWith(site + "/") ? from.substring(site.length()) : "";
	}

	private static ModelAndView page(HttpServletRequest request, String act, @Nullable Refusal refusal) {
		Map<String, String[]> sent = new TreeMap<>(request.getParameterMap());
		sent.keySet().removeIf((name) -> name.equals(TYPED) || name.equals("_csrf"));
		ModelAndView page = new ModelAndView("base/account/confirmation");
		page.addObject("sent", sent)
			.addObject("onward", request.getRequestURI().substring(request.getContextPath().length()));
		page.addObject("refusal", refusal).addObject("act", act).addObject("back", askedFrom(request));
		page.setStatus((refusal != null) ? refusal.status() : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
