package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
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

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException, ServletException {
		if (denied instanceof CsrfException) {
			this.asked.saveEnded(request, response);
			response.sendRedirect(request.getContextPath() + "/login?ended");
			return;
		}
		this.forbidden.handle(request, response, denied);
	}

}
