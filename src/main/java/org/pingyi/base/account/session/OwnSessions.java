package org.pingyi.base.account.session;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.pingyi.base.account.SessionOrigin;
import org.pingyi.base.account.SignedIn;
import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Sha256;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions of whoever is signed in, on every node. */
@Service
public class OwnSessions {

	private static final int KEY = 32;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = sessions;
	}

	/**
	 * All of them, the latest first.
	 * @param current the ID of the session that asks
	 */
	@PreAuthorize("isAuthenticated()")
	public List<OwnSession> all(String current) {
		return stored().flatMap((session) -> own(session, current))
			.sorted(Comparator.comparing(OwnSession::since).reversed())
			.toList();
	}

	/** Ends one, if it is one's own. */
	@PreAuthorize("isAuthenticated()")
	public void end(String key) {
		end((session) -> key(session).equals(key));
	}

	/** Ends all but the one that asks. */
	@PreAuthorize("isAuthenticated()")
	public void endOthers(String current) {
		end((session) -> !session.getId().equals(current));
	}

	private void end(Predicate<Session> which) {
		stored().filter(which).map(Session::getId).toList().forEach(this.sessions::deleteById);
	}

	private Stream<? extends Session> stored() {
		Map<String, ? extends Session> own = this.sessions.findByPrincipalName(Actor.current().name());
		return own.values().stream();
	}

	private static Stream<OwnSession> own(Session session, String current) {
		Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		Authentication person = (context instanceof SecurityContext known) ? known.getAuthentication() : null;
		if (person == null) {
			return Stream.empty();
		}
		SessionOrigin origin = (person.getDetails() instanceof SessionOrigin known) ? known
				: new SessionOrigin("", "", 0);
		return Stream.of(new OwnSession(key(session), origin.network(), origin.browser(),
				SignedIn.since(person).orElse(session.getCreationTime()), session.getLastAccessedTime(),
				session.getId().equals(current)));
	}

	private static String key(Session session) {
		return Sha256.hex(session.getId()).substring(0, KEY);
	}

}
