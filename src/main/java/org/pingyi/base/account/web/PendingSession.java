package org.pingyi.base.account.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.pingyi.base.account.PendingSignIn;

/** Keeps in the session who has yet to show the second factor. */
final class PendingSession {

	private static final String PENDING = "account.pending";

	private PendingSession() {
	}

	/** Under a new ID: whoever planted the old one does not come along. */
	static void begin(HttpServletRequest request, PendingSignIn pending) {
		request.getSession();
		request.changeSessionId();
		request.getSession().setAttribute(PENDING, pending);
	}

	static Optional<PendingSignIn> of(HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false))
			.map((session) -> (PendingSignIn) session.getAttribute(PENDING));
	}

	static void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(PENDING);
		}
	}

}
