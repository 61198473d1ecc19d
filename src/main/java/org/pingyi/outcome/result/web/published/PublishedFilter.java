package org.pingyi.outcome.result.web.published;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.kept.ConditionalResponse;
import org.pingyi.base.web.kept.Representation;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers plain questions for what is published ahead of sessions, security chain and
 * views: it is the same for everybody and says nothing about anybody. Whatever else is
 * asked goes on to {@link PublishedController}.
 */
class PublishedFilter extends HttpFilter {

	private final PublishedDocuments documents;

	private final LocaleResolver locales;

	PublishedFilter(PublishedDocuments documents, LocaleResolver locales) {
		this.documents = documents;
		this.locales = locales;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Optional<Representation> published = isPlain(request) ? find(request, response) : Optional.empty();
		if (published.isPresent()) {
			PageHeaders.send(request, response);
			ConditionalResponse.sendToAll(published.get(), request, response);
		}
		else if (!response.isCommitted()) {
			chain.doFilter(request, response);
		}
	}

	private static boolean isPlain(HttpServletRequest request) {
		return request.getQueryString() == null
				&& (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()));
	}

	private Optional<Representation> find(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		try {
			return this.documents.find(path, this.locales.resolveLocale(request));
		}
		catch (Refusal ex) {
			return Optional.empty(); // shown by whoever draws pages for persons
		}
		catch (PublishedDocuments.Busy ex) {
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return Optional.empty();
		}
	}

}
