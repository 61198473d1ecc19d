package org.pingyi.base.web.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.Samples;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Public pages that ask the database, whatever the product's own do: one that answers at
 * once, and one that keeps its connection for as long as its client reads.
 */
@Samples
class PublicPages {

	static final String AT_ONCE = "/asking/at-once";

	static final String SLOWLY = "/asking/slowly";

	/** More than what lies between a server and a client takes in. */
	private static final int BLOCKS = 1024;

	private static final byte[] BLOCK = "x".repeat(16_384).getBytes(StandardCharsets.US_ASCII);

	@Bean
	FilterRegistrationBean<HttpFilter> askingPages(JdbcTemplate jdbc, TransactionTemplate transaction) {
		FilterRegistrationBean<HttpFilter> pages = new FilterRegistrationBean<>(new Asking(jdbc, transaction));
		pages.addUrlPatterns("/asking/*");
		pages.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return pages;
	}

	private static final class Asking extends HttpFilter {

		private final transient JdbcTemplate jdbc;

		private final transient TransactionTemplate transaction;

		Asking(JdbcTemplate jdbc, TransactionTemplate transaction) {
			this.jdbc = jdbc;
			this.transaction = transaction;
		}

		@Override
		protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.queryForObject("select 1", Integer.class);
				if (request.getRequestURI().equals(SLOWLY)) {
					write(response);
				}
			});
		}

		private static void write(HttpServletResponse response) {
			try {
				OutputStream out = response.getOutputStream();
				for (int block = 0; block < BLOCKS; block++) {
					out.write(BLOCK);
				}
			}
			catch (IOException ex) {
				// The client is gone, and nobody is told.
				response.setStatus(HttpServletResponse.SC_OK);
			}
		}

	}

}
