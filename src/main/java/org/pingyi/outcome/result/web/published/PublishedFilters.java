package org.pingyi.outcome.result.web.published;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** Puts what is published ahead of every other filter. */
@Configuration
class PublishedFilters {

	/** Whether a request came in safely is known only behind that one. */
	private static final int AFTER_FORWARDED_HEADERS = Ordered.HIGHEST_PRECEDENCE + 1;

	@Bean
	FilterRegistrationBean<PublishedFilter> publishedFilter(PublishedDocuments documents, LocaleResolver locales) {
		FilterRegistrationBean<PublishedFilter> first = new FilterRegistrationBean<>(
				new PublishedFilter(documents, locales));
		first.addUrlPatterns("/", "/results/*");
		first.setOrder(AFTER_FORWARDED_HEADERS);
		return first;
	}

}
