package org.pingyi.base.account.web;

import org.pingyi.base.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;

/**
 * The last chain: whatever no other chain answers is denied; mostly there is no such
 * page.
 */
@Configuration
@EnableMethodSecurity
class DefaultSecurity {

	@Bean
	@Order
	SecurityFilterChain denyEverything(HttpSecurity http, UnknownAddresses unknown) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
			.exceptionHandling(
					(denied) -> denied.authenticationEntryPoint(unknown.otherwise(new Http403ForbiddenEntryPoint()))
						.accessDeniedHandler(unknown.otherwise(new AccessDeniedHandlerImpl())))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(PageHeaders.strict())
			.build();
	}

}
