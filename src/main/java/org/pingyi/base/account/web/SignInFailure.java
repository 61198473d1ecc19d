package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.account.SecondStepNeeded;
import org.pingyi.base.account.SignInRefused;
import org.pingyi.base.web.Refusal;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Leads on to the second step, or shows the page of this step again, in the same request,
 * so that what was typed stays.
 */
class SignInFailure implements AuthenticationFailureHandler {

	/** Request attribute of the refusal that the page shows. */
	static final String REFUSAL = "account.refusal";

	private final String page;

	SignInFailure(String page) {
		this.page = page;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof SecondStepNeeded needed) {
			PendingSession.begin(request, needed.pending());
			response
				.sendRedirect(request.getContextPath() + (needed.pending().setUp() ? "/login/factor" : "/login/code"));
			return;
		}
		show(((failure instanceof SignInRefused one) ? one : SignInRefused.wrong()).refusal(), request, response);
	}

	void show(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		request.setAttribute(REFUSAL, refusal);
		request.getRequestDispatcher(this.page).forward(request, response);
	}

}
