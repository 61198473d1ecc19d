package org.pingyi.base.web.cookie;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session. What no session's ID looks like is none: PostgreSQL takes no
 * NUL, and would answer with an error.
 */
@Component
class SessionCookie implements CookieSerializer {

	/** An ID and its signature have 101 characters. */
	private static final int LONGEST = 200;

	private static final String NAME = "pingyi";

	private final CookieSerializer plain = named(NAME, false);

	private final CookieSerializer secure = named(SiteCookies.PREFIX + NAME, true);

	@Override
	public void writeCookieValue(CookieValue cookie) {
		of(cookie.getRequest()).writeCookieValue(cookie);
	}

	@Override
	public List<String> readCookieValues(HttpServletRequest request) {
		return of(request).readCookieValues(request).stream().filter(SessionCookie::isPlain).toList();
	}

	private CookieSerializer of(HttpServletRequest request) {
		return request.isSecure() ? this.secure : this.plain;
	}

	private static boolean isPlain(String value) {
		return value.length() <= LONGEST && value.chars().allMatch((character) -> character > ' ' && character < 0x7f);
	}

	private static CookieSerializer named(String name, boolean secure) {
		DefaultCookieSerializer cookies = new DefaultCookieSerializer();
		cookies.setCookieName(name);
		cookies.setCookiePath("/");
		cookies.setUseSecureCookie(secure);
		cookies.setUseHttpOnlyCookie(true);
		cookies.setSameSite("Lax");
		return cookies;
	}

}
