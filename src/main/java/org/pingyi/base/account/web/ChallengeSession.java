package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.passkey.PasskeyChallenge;

/** Keeps in the session what a passkey has to sign; it is taken once. */
final class ChallengeSession {

	private static final String CHALLENGE = "account.passkey.challenge";

	private ChallengeSession() {
	}

	static PasskeyChallenge keep(HttpServletRequest request, PasskeyChallenge challenge) {
		request.getSession().setAttribute(CHALLENGE, challenge);
		return challenge;
	}

	static @Nullable PasskeyChallenge take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return null;
		}
		PasskeyChallenge challenge = (PasskeyChallenge) session.getAttribute(CHALLENGE);
		session.removeAttribute(CHALLENGE);
		return challenge;
	}

}
