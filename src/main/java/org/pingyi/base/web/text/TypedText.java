package org.pingyi.base.web.text;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Straightens every text that is typed into a form, whoever reads it: people decide on
 * these texts, and see no mark that turns them. Only a password is what was typed.
 */
@Component
@Order(TypedText.BEFORE_SECURITY)
class TypedText extends HttpFilter {

	static final int BEFORE_SECURITY = -101;

	/** Fields for passwords, in whatever form. */
	private static final Set<String> PASSWORDS = Set.of("password", "repeated", "old", "confirmation");

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(new Straightened(request), response);
	}

	private static final class Straightened extends HttpServletRequestWrapper {

		Straightened(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String text = super.getParameter(name);
			return (text != null) ? straightened(name, text) : null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] texts = super.getParameterValues(name);
			return (texts != null) ? straightened(name, texts) : null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
			all.replaceAll(Straightened::straightened);
			return all;
		}

		private static String[] straightened(String name, String[] texts) {
			return Arrays.stream(texts).map((text) -> straightened(name, text)).toArray(String[]::new);
		}

		private static String straightened(String name, String text) {
			return PASSWORDS.contains(name) ? text : PlainText.straightened(text);
		}

	}

}
