package org.pingyi.base.web.cookie;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** The language that a reader chose, kept in a cookie that is set only then. */
public final class LanguageCookie implements LocaleResolver {

	private static final String NAME = "pingyi-lang";

	private static final String CHOSEN = LanguageCookie.class.getName();

	private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "zh-CN",
			Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

	/** The language of a name, if it is one of ours; a foreign cookie is none. */
	public static Optional<Locale> language(@Nullable String name) {
		return Optional.ofNullable(name).map(LANGUAGES::get);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return (request.getAttribute(CHOSEN) instanceof Locale chosen) ? chosen
				: SiteCookies.value(request, NAME).flatMap(LanguageCookie::language).orElse(Locale.SIMPLIFIED_CHINESE);
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		Locale chosen = Objects.requireNonNullElse(locale, Locale.SIMPLIFIED_CHINESE);
		request.setAttribute(CHOSEN, chosen);
		if (response != null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					SiteCookies.of(request, NAME, chosen.toLanguageTag()).build().toString());
		}
	}

}
