package org.pingyi.base.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Chinese unless the reader chose English with {@code ?lang=en}; the choice is kept in a
 * cookie that is set only then.
 */
@Configuration
class Language implements WebMvcConfigurer {

	private static final Map<String, Locale> CHOICES = Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("pingyi-lang");
		resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		// A foreign cookie is no reason to fail.
		resolver.setRejectInvalidCookies(false);
		return resolver;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Choice(localeResolver()));
	}

	private record Choice(LocaleResolver resolver) implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			if (request.getDispatcherType() == DispatcherType.ERROR) {
				return true;
			}
			String chosen = request.getParameter("lang");
			if (chosen != null && CHOICES.containsKey(chosen)) {
				this.resolver.setLocale(request, response, CHOICES.get(chosen));
			}
			return true;
		}

	}

}
