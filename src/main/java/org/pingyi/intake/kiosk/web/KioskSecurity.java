package org.pingyi.intake.kiosk.web;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.fetch.FetchSite;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of tablets and of visitors' own phones: no account, no session. */
@Configuration
class KioskSecurity {

	/**
	 * Without the CSRF filter: the tablet's cookie is {@code SameSite=Strict}, so that no
	 * foreign page can act for the tablet, and a ticket in the address is itself a secret
	 * that no foreign page knows.
	 */
	@Bean
	@Order(15)
	SecurityFilterChain kioskChain(HttpSecurity http) {
		return http.securityMatcher("/kiosk", "/kiosk/**", "/q/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers(FetchSite::isSentFromElsewhere)
				.denyAll()
				.anyRequest()
				.permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.headers(PageHeaders.strict())
			.build();
	}

}
