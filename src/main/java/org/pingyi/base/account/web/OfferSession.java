package org.pingyi.base.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;

/**
 * Keeps in the session which secret a person was offered, encrypted for that person: a
 * page that is loaded again offers the one that was scanned before.
 */
final class OfferSession {

	private static final String OFFER = "account.offer.";

	private OfferSession() {
	}

	static AuthenticatorOffer of(HttpServletRequest request, Authenticators authenticators, String login) {
		HttpSession session = request.getSession();
		if (session.getAttribute(OFFER + login) instanceof String sealed) {
			return authenticators.offer(login, sealed);
		}
		AuthenticatorOffer fresh = authenticators.offer(login);
		session.setAttribute(OFFER + login, fresh.sealed());
		return fresh;
	}

	/** The secret is taken up. */
	static void end(HttpServletRequest request, String login) {
		request.getSession().removeAttribute(OFFER + login);
	}

}
