package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Leads a form whose session has ended to the sign-in page, and from there back to the
 * form; the rest is forbidden.
 */
class SessionEnded implements AccessDeniedHandler {

	private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

	private final AskedPages asked;

	SessionEnded(AskedPages asked) {
		this.asked = asked;
	}

	/**
	 * Leads whoever is not signed in to the sign-in page, which says so when there was a
	 * session: it expired, or another device ended it.
	 */
	static AuthenticationEntryPoint entryPoint() {
		AuthenticationEntryPoint plain = new LoginUrlAuthenticationEntryPoint("/login");
		AuthenticationEntryPoint ended = new LoginUrlAuthenticationEntryPoint("/login?ended");
		return (request, response, missing) -> {
			boolean had = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
			(had ? ended : plain).commence(request, response, missing);
		};
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		if (denied instanceof CsrfException) {
			this.asked.saveEnded(request, response);
			response.sendRedirect(request.getContextPath() + (isSignIn(request) ? "/login?again" : "/login?ended"));
			return;
		}
		this.forbidden.handle(request, response, denied);
	}

	/** A form of the sign-in itself ends nothing; it starts over. */
	private static boolean isSignIn(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return path.equals("/login") || path.startsWith("/login/");
	}

}
