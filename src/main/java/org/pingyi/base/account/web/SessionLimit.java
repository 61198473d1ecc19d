package org.pingyi.base.account.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.CurrentSessions;
import org.pingyi.base.account.SignedIn;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session some hours after its sign-in, however busy it is, and at once when the
 * person's sessions were ended.
 */
class SessionLimit extends OncePerRequestFilter {

	private final Duration limit;

	private final CurrentSessions sessions;

	private final AskedPages asked;

	private final Clock clock;

	SessionLimit(Duration limit, CurrentSessions sessions, AskedPages asked, Clock clock) {
		this.sessions = sessions;
		this.asked = asked;
		this.limit = limit;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person != null && (isOver(person) || !this.sessions.goOn(person))) {
			new SecurityContextLogoutHandler().logout(request, response, person);
			this.asked.saveEnded(request, response);
			response.sendRedirect(request.getContextPath() + "/login?ended");
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean isOver(Authentication person) {
		return SignedIn.since(person)
			.filter((since) -> !this.clock.instant().isBefore(since.plus(this.limit)))
			.isPresent();
	}

}
