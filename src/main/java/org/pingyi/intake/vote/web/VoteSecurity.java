package org.pingyi.intake.vote.web;

import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.fetch.FetchSite;

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
			// Another site would have codes sent to anybody in its visitors' names.
			.authorizeHttpRequests((requests) -> requests.requestMatchers(FetchSite::isSentFromElsewhere)
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

}
