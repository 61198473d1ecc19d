package org.pingyi.base.account.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.account.Attempt;

import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;

/** Reads the form of the sign-in page. */
@Component
class Attempts implements AuthenticationDetailsSource<HttpServletRequest, Attempt> {

	private final Origins origins;

	Attempts(Origins origins) {
		this.origins = origins;
	}

	@Override
	public Attempt buildDetails(HttpServletRequest request) {
		String login = Attempt.login(typed(request, "username"));
		return new Attempt(login, typed(request, "password"), typed(request, "code"), this.origins.of(request, login));
	}

	private static String typed(HttpServletRequest request, String field) {
		return Objects.requireNonNullElse(request.getParameter(field), "");
	}

}
