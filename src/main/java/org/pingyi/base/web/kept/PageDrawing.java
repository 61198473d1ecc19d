package org.pingyi.base.web.kept;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Draws pages in their frame without a request: nothing that one reader sent can get into
 * what all the others are shown. Whoever calls it does so on a thread that serves no
 * request.
 */
@Component
public class PageDrawing {

	private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

	private final SpringTemplateEngine engine;

	private final ApplicationContext beans;

	PageDrawing(SpringTemplateEngine engine, ApplicationContext beans, ObjectProvider<ResourceUrlProvider> files,
			@Value("${server.servlet.context-path:}") String base) {
		this.engine = engine;
		this.beans = beans;
		engine.setLinkBuilder(new Links(files, base));
	}

	/**
	 * The page in HTML, without the spaces at the beginning of its lines.
	 * @param address of the page, without the path of the application
	 */
	public String draw(String template, String address, Locale locale, Map<String, @Nullable Object> model) {
		Map<String, @Nullable Object> values = new HashMap<>(model);
		values.put(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(this.beans, null));
		ADDRESS.set(address);
		LocaleContextHolder.setLocale(locale);
		try {
			return this.engine.process(template, new Context(locale, values)).replaceAll("(?m)^\\s+", "");
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
			ADDRESS.remove();
		}
	}

	/** The address of the page that this thread draws, if it draws one. */
	public static Optional<String> address() {
		return Optional.ofNullable(ADDRESS.get());
	}

	/** Links in pages with and without a request. */
	private static final class Links extends StandardLinkBuilder {

		private final ObjectProvider<ResourceUrlProvider> files;

		private final String base;

		Links(ObjectProvider<ResourceUrlProvider> files, String base) {
			this.files = files;
			this.base = base;
		}

		@Override
		protected String computeContextPath(IExpressionContext context, String link,
				@Nullable Map<String, Object> parameters) {
			return (context instanceof IWebContext) ? super.computeContextPath(context, link, parameters) : this.base;
		}

		@Override
		protected String processLink(IExpressionContext context, String link) {
			return (context instanceof IWebContext) ? super.processLink(context, link) : named(link);
		}

		/** Files are asked for by a name that changes with their content. */
		private String named(String link) {
			String file = this.files.getObject().getForLookupPath(link.substring(this.base.length()));
			return (file != null) ? this.base + file : link;
		}

	}

}
