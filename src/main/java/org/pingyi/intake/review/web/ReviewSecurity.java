package org.pingyi.intake.review.web;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.fetch.FetchSite;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain of invited people: no account, no session; their browser keeps the link. */
@Configuration
class ReviewSecurity {

	/**
	 * Without the CSRF filter: the cookie that keeps a link is {@code SameSite=Lax}, so
	 * that no foreign page can act for its person, and no such page knows the address of
	 * a sheet, which is never sent on as a referrer.
	 */
	@Bean
	@Order(16)
	SecurityFilterChain reviewChain(HttpSecurity http) {
		return http.securityMatcher("/review", "/review/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(FetchSite::isSentFromElsewhere)
				.denyAll()
				.anyRequest()
				.permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers(PageHeaders.strict())
			.headers((headers) -> headers.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.build();
	}

}
