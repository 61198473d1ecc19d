package org.pingyi.fuzz;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;

/** Somebody of each role, signed in without a page, and somebody of none. */
final class Visitors {

	static final String NOBODY = "NOBODY";

	static final List<String> ROLES = List.of(NOBODY, "OFFICE", "LIAISON", "INSPECTOR", "HOTLINE", "AUDITOR",
			"SYSTEM_ADMIN", "SECURITY_ADMIN");

	private static final String TOKEN = "3b6f6c1e-6f0a-4f1c-9a63-0d6f5b1f2a77";

	private final SessionRepository<? extends Session> sessions;

	private final CookieSerializer cookies;

	Visitors(SessionRepository<? extends Session> sessions, CookieSerializer cookies) {
		this.sessions = sessions;
		this.cookies = cookies;
	}

	/**
	 * Somebody with a session of their own.
	 *
	 * @param role or NOBODY
	 * @param cookie of the session as {@code name=value}, or of the form's token
	 * @param token against forged forms as a page would carry it
	 */
	record Visitor(String role, String cookie, String token) {
	}

	/** By role. */
	Map<String, Visitor> all() {
		return ROLES.stream()
			.collect(Collectors.toMap((role) -> role,
					(role) -> new Visitor(role, cookie(this.sessions, role), token())));
	}

	private <S extends Session> String cookie(SessionRepository<S> repository, String role) {
		if (role.equals(NOBODY)) {
			return "pingyi-form=" + TOKEN;
		}
		S session = repository.createSession();
		session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(name(role), null,
						authorities(role).map(SimpleGrantedAuthority::new).toList())));
		session.setAttribute("org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN",
				new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", TOKEN));
		repository.save(session);
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.cookies.writeCookieValue(
				new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, session.getId()));
		return String.valueOf(response.getHeader("Set-Cookie")).split(";", -1)[0];
	}

	private static String name(String role) {
		return role.equals("OFFICE") ? "office1" : role.toLowerCase(java.util.Locale.ROOT);
	}

	private static Stream<String> authorities(String role) {
		return role.equals("LIAISON") ? Stream.of("ROLE_LIAISON", "UNIT_SWJ") : Stream.of("ROLE_" + role);
	}

	private static String token() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		new XorCsrfTokenRequestAttributeHandler().handle(request, new MockHttpServletResponse(),
				() -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", TOKEN));
		return ((CsrfToken) request.getAttribute("_csrf")).getToken();
	}

}
