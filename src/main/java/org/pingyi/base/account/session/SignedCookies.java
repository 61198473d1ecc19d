package org.pingyi.base.account.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.Outage;

import org.springframework.session.web.http.CookieSerializer;

/**
 * Session cookies that carry a code beside the session's ID: whoever reads the IDs in the
 * database has no cookie for any of them, and what nobody signed never reaches a query.
 */
final class SignedCookies implements CookieSerializer {

	private static final char BETWEEN = '.';

	private final CookieSerializer cookies;

	private final Supplier<SessionSeal> seal;

	SignedCookies(CookieSerializer cookies, Supplier<SessionSeal> seal) {
		this.cookies = cookies;
		this.seal = seal;
	}

	@Override
	public void writeCookieValue(CookieValue cookie) {
		String session = cookie.getCookieValue();
		if (session == null || session.isEmpty()) {
			this.cookies.writeCookieValue(cookie);
			return;
		}
		CookieValue signed = new CookieValue(cookie.getRequest(), cookie.getResponse(),
				session + BETWEEN + code(session));
		signed.setCookieMaxAge(cookie.getCookieMaxAge());
		this.cookies.writeCookieValue(signed);
	}

	/**
	 * None while an outage is told about: the page that does it would ask for the session
	 * again, in vain.
	 */
	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
				&& Outage.causes(failure)) {
			return List.of();
		}
		return this.cookies.readCookieValues(request)
			.stream()
			.filter(this::genuine)
			.map((value) -> value.substring(0, value.lastIndexOf(BETWEEN)))
			.toList();
	}

	private boolean genuine(String value) {
		int between = value.lastIndexOf(BETWEEN);
		return between > 0
				&& MessageDigest.isEqual(bytes(code(value.substring(0, between))), bytes(value.substring(between + 1)));
	}

	private String code(String session) {
		return HexFormat.of().formatHex(this.seal.get().code(session));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
