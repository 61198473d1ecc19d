package org.pingyi.base.account.oidc.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.pingyi.base.account.oidc.FederatedIdentity;

/**
 * An identity that somebody signed in has shown, and may bind for ten minutes. It is kept
 * in their session.
 *
 * @param login whose account it may be bound to
 * @param name of the person as the identity service says it, or ""
 */
record ProvenIdentity(FederatedIdentity identity, String login, String name, Instant since) {

	private static final Duration GOOD = Duration.ofMinutes(10);

	private static final String PROVEN = "account.identity";

	void keep(HttpServletRequest request) {
		request.getSession().setAttribute(PROVEN, this);
	}

	/** What this person has shown. */
	static Optional<ProvenIdentity> of(HttpServletRequest request, String login, Instant now) {
		return Optional.ofNullable(request.getSession(false))
			.map((session) -> (ProvenIdentity) session.getAttribute(PROVEN))
			.filter((proven) -> proven.login().equals(login) && now.isBefore(proven.since().plus(GOOD)));
	}

	static void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(PROVEN);
		}
	}

}
