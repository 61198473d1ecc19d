package org.pingyi.base.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.cookie.LanguageCookie;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Chinese unless the reader chose English with {@code ?lang=en}; the choice is kept in a
 * cookie that is set only then.
 */
@Configuration
class Language implements WebMvcConfigurer {

	@Bean
	LocaleResolver localeResolver() {
		return new LanguageCookie();
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
			LanguageCookie.language(request.getParameter("lang"))
				.ifPresent((chosen) -> this.resolver.setLocale(request, response, chosen));
			return true;
		}

	}

}
