package org.pingyi.base.account.web;

import org.pingyi.base.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The last chain: whatever no other chain answers is denied. */
@Configuration
@EnableMethodSecurity
class DefaultSecurity {

	@Bean
	@Order
	SecurityFilterChain denyEverything(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll())
			.headers(PageHeaders.strict())
			.build();
	}

}
