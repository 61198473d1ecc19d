package org.pingyi.intake.vote.web.hot;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.PageHeaders;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers the plain question for the first page of the vote ahead of sessions, security
 * chain and views: the page is the same for everybody and says nothing about anybody.
 */
public class StartFilter extends HttpFilter {

	public static final String PATH = "/vote";

	private final StartPage page;

	private final LocaleResolver locales;

	public StartFilter(StartPage page, LocaleResolver locales) {
		this.page = page;
		this.locales = locales;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!HttpMethod.GET.matches(request.getMethod()) || request.getQueryString() != null) {
			chain.doFilter(request, response);
			return;
		}
		PageHeaders.send(request, response);
		this.page.send(this.locales.resolveLocale(request), request, response);
	}

}
