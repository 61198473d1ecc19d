package org.pingyi.base.account.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Refusal;

/**
 * Leads whoever comes back and is not let in to the sign-in page, whose address says why:
 * it can be read in another language, and the code that was brought stays in no address.
 */
class OidcFailure extends SignInFailure {

	private static final String LOGIN = "/login";

	OidcFailure() {
		super(LOGIN);
	}

	@Override
	void show(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.sendRedirect(request.getContextPath() + LOGIN + "?refused=" + refusal.key());
	}

}
