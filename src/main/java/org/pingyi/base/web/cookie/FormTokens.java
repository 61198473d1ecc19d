package org.pingyi.base.web.cookie;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The tokens against forged forms: in the session of whoever has one, else in a cookie of
 * its own, so that a stranger who looks at the sign-in page puts nothing into the
 * database.
 */
public final class FormTokens implements CsrfTokenRepository {

	static final String COOKIE = "pingyi-form";

	private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return this.session.generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null) {
			this.session.saveToken(token, request, response);
			return;
		}
		response.addHeader(HttpHeaders.SET_COOKIE,
				SiteCookies.of(request, COOKIE, (token != null) ? token.getToken() : "")
					.maxAge((token != null) ? -1 : 0)
					.build()
					.toString());
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		// Never the cookie of somebody signed in: on http a neighbouring host may set it.
		return (request.getSession(false) != null) ? this.session.loadToken(request)
				: SiteCookies.value(request, COOKIE).filter(FormTokens::isOurs).map(FormTokens::token).orElse(null);
	}

	private static boolean isOurs(String value) {
		return value.length() == UUID.randomUUID().toString().length();
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
	}

}
