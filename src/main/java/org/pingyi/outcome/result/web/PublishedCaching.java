package org.pingyi.outcome.result.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Lets browsers keep published pages and ask only whether they changed. */
@Configuration
class PublishedCaching {

	@Bean
	FilterRegistrationBean<ShallowEtagHeaderFilter> publishedPages() {
		FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(new Keeping());
		filter.addUrlPatterns("/results/*");
		return filter;
	}

	/** Names the header before the security chain forbids keeping anything. */
	private static final class Keeping extends ShallowEtagHeaderFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
			super.doFilterInternal(request, response, chain);
		}

	}

}
