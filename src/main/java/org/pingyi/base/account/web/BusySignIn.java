package org.pingyi.base.account.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.Attempt;
import org.pingyi.base.account.SignInRefused;
import org.pingyi.base.web.cookie.PathCookie;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how many strangers sign in at once, on each node, and sends the others back to
 * the sign-in page before they cost anything: counting them and drawing the page for each
 * took the processors from those who vote.
 */
class BusySignIn extends OncePerRequestFilter {

	/** The request parameter by which the page says so. */
	static final String BUSY = "busy";

	private static final String PAGE = "/login";

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final int LONGEST = 100;

	private static final PathCookie TYPED = new PathCookie("pingyi-typed-name", PAGE);

	/** A little more than wait to be hashed. */
	private static final int STRANGERS = 20;

	/** Whoever shows a code waits for no stranger without. */
	private static final int WITH_CODE = 60;

	private final Semaphore strangers = new Semaphore(STRANGERS);

	private final Semaphore withCode = new Semaphore(WITH_CODE);

	private final Attempts attempts;

	BusySignIn(Attempts attempts) {
		this.attempts = attempts;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod())
				|| !request.getRequestURI().equals(request.getContextPath() + PAGE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Attempt attempt = this.attempts.buildDetails(request);
		if (attempt.origin().known()) {
			chain.doFilter(request, response);
			return;
		}
		Semaphore room = attempt.code().isEmpty() ? this.strangers : this.withCode;
		if (!room.tryAcquire()) {
			redirect(request, response, attempt);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			room.release();
		}
	}

	/** The same for whoever finds out later, for example with a wrong code. */
	AuthenticationFailureHandler otherwise(AuthenticationFailureHandler next) {
		return (request, response, failure) -> {
			if (failure instanceof SignInRefused refused
					&& refused.refusal().status() == HttpStatus.SERVICE_UNAVAILABLE) {
				redirect(request, response, this.attempts.buildDetails(request));
				return;
			}
			next.onAuthenticationFailure(request, response, failure);
		};
	}

	/** The name that was typed before the page said that it was busy, or "". */
	static String typedName(HttpServletRequest request) {
		return TYPED.value(request).flatMap(BusySignIn::decoded).orElse("");
	}

	private void redirect(HttpServletRequest request, HttpServletResponse response, Attempt attempt) {
		if (attempt.login().length() <= LONGEST) {
			String name = Base64.getUrlEncoder().encodeToString(attempt.login().getBytes(StandardCharsets.UTF_8));
			response.addHeader(HttpHeaders.SET_COOKIE, TYPED.of(request, name).maxAge(KEPT).build().toString());
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGE + "?" + BUSY);
	}

	private static Optional<String> decoded(String name) {
		try {
			return Optional.of(new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
