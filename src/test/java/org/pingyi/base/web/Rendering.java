package org.pingyi.base.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.ServletContext;

import org.pingyi.Samples;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders a template as a request for it would, without a route of its own. */
@Samples
public class Rendering {

	private final ViewResolver views;

	private final ServletContext servletContext;

	Rendering(@Qualifier("thymeleafViewResolver") ViewResolver views, ServletContext servletContext) {
		this.views = views;
		this.servletContext = servletContext;
	}

	public String render(String view, String path, Locale locale, Map<String, ?> model) {
		MockHttpServletRequest request = new MockHttpServletRequest(this.servletContext, "GET", path);
		request.addPreferredLocale(locale);
		MockHttpServletResponse response = new MockHttpServletResponse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
		LocaleContextHolder.setLocale(locale);
		try {
			View resolved = Objects.requireNonNull(this.views.resolveViewName(view, locale), view);
			resolved.render(new HashMap<>(model), request, response);
			return response.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
			LocaleContextHolder.resetLocaleContext();
		}
	}

}
