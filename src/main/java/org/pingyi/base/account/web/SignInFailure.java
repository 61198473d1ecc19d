package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the sign-in page again, in the same request, so that the typed name stays. */
class SignInFailure implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		boolean waiting = failure instanceof LockedException;
		request.setAttribute(LoginController.FAILURE, waiting ? "account.signInWait" : "account.signInWrong");
		request.getRequestDispatcher("/login/failure").forward(request, response);
	}

}
