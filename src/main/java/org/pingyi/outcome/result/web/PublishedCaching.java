package org.pingyi.outcome.result.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lets browsers keep published pages and ask only whether they changed. */
@Configuration
class PublishedCaching {

	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> publishedPages() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(
				new ShallowEtagHeaderFilter());
		filter.addUrlPatterns("/results/*");
		return filter;
	}

}
