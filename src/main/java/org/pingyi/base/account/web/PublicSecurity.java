package org.pingyi.base.account.web;

import org.pingyi.base.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;

/** What everybody may read: results, assets, errors, health; no session, no cookie. */
@Configuration
class PublicSecurity {

	private static final String[] AREAS = { "/", "/results", "/results/**", "/assets/**", "/favicon.ico", "/error",
			"/actuator/health", "/actuator/health/**" };

	@Bean
	@Order(50)
	SecurityFilterChain everybody(HttpSecurity http, UnknownAddresses unknown) {
		return http.securityMatcher(AREAS)
			.authorizeHttpRequests((requests) -> requests
				// The page of an error answers whatever the failed request was.
				.requestMatchers("/error")
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.permitAll()
				.requestMatchers(HttpMethod.HEAD)
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling(
					(denied) -> denied.authenticationEntryPoint(unknown.otherwise(new Http403ForbiddenEntryPoint())))
			.headers(PageHeaders.strict())
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
