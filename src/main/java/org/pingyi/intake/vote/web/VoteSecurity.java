package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpServletRequest;

import org.pingyi.base.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** The citizens' door: open to everybody, without session and without cookie. */
@Configuration
class VoteSecurity {

	@Bean
	@Order(10)
	SecurityFilterChain voteChain(HttpSecurity http) {
		return http.securityMatcher("/vote", "/vote/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(VoteSecurity::isSentFromElsewhere)
				.denyAll()
				.anyRequest()
				.permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			// No cookie says who somebody is: a forged request carries no authority, and
			// what
			// counts needs the pass in its body, which a foreign page does not have.
			.csrf(AbstractHttpConfigurer::disable)
			.headers(PageHeaders.strict())
			// With "no-store" the back button of a phone would lose everything typed.
			.headers((headers) -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
				.addHeaderWriter(new StaticHeadersWriter("Cache-Control", "private, no-cache")))
			.build();
	}

	/**
	 * A form that the page of another site sends in its visitors' names could have codes
	 * sent to anybody; browsers say so (Fetch Metadata).
	 */
	private static boolean isSentFromElsewhere(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return request.getMethod().equals("POST") && site != null && !site.equals("same-origin")
				&& !site.equals("none");
	}

}
