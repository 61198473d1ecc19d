package org.pingyi.base.account.web;

import org.pingyi.base.web.LandingPages;
import org.pingyi.base.web.PageHeaders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The doors of staff: form sign-in, a session in the database, each area for its role.
 */
@Configuration
class StaffSecurity {

	private static final String[] AREAS = { "/desk", "/desk/**", "/unit", "/unit/**", "/inspect", "/inspect/**",
			"/audit/**", "/admin/**", "/me", "/me/**", "/login", "/login/failure", "/logout", "/setup/*",
			"/activation/*" };

	@Bean
	@Order(40)
	SecurityFilterChain staff(HttpSecurity http, LandingPages landing) {
		return http.securityMatcher(AREAS)
			.authorizeHttpRequests(StaffSecurity::rules)
			.formLogin((login) -> login.loginPage("/login")
				.successHandler(new HomeAfterSignIn(landing))
				.failureHandler(new SignInFailure()))
			.logout((logout) -> logout.logoutSuccessUrl("/login?out"))
			.headers(PageHeaders.strict())
			.exceptionHandling((denied) -> denied.accessDeniedHandler(new SessionEnded()))
			.build();
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/login", "/login/failure", "/setup/*", "/activation/*")
			.permitAll()
			.requestMatchers("/me", "/me/**")
			.authenticated()
			.requestMatchers("/desk/hotline/*/*")
			.hasRole("OFFICE")
			.requestMatchers("/desk", "/desk/hotline", "/desk/hotline/**")
			.hasAnyRole("OFFICE", "HOTLINE")
			.requestMatchers("/desk/**")
			.hasRole("OFFICE")
			.requestMatchers("/unit", "/unit/**")
			.hasRole("LIAISON")
			.requestMatchers("/inspect", "/inspect/**")
			.hasRole("INSPECTOR")
			.requestMatchers("/audit/**")
			.hasRole("AUDITOR")
			.requestMatchers("/admin/accounts", "/admin/accounts/**")
			.hasRole("SYSTEM_ADMIN")
			.requestMatchers("/admin/rights", "/admin/rights/**")
			.hasRole("SECURITY_ADMIN")
			.anyRequest()
			.denyAll();
	}

}
