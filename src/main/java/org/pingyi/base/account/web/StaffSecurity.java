package org.pingyi.base.account.web;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

import org.pingyi.base.account.CurrentSessions;
import org.pingyi.base.account.PasskeySignIns;
import org.pingyi.base.account.SignIns;
import org.pingyi.base.web.cookie.FormTokens;
import org.pingyi.base.web.PageHeaders;
import org.pingyi.base.web.fetch.FetchSite;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of staff: form sign-in, a session in the database, each area for its role.
 */
@Configuration
class StaffSecurity {

	private static final String[] AREAS = { "/desk", "/desk/**", "/unit", "/unit/**", "/inspect", "/inspect/**",
			"/audit/**", "/admin/**", "/me", "/me/**", "/login", "/login/**", "/logout", "/setup/*", "/activation/*" };

	/** To look at these is an act of its own, which stands in the trail. */
	private static final RequestMatcher ENTERED = new OrRequestMatcher(Stream
		.of("/desk/opinions/{unit}", "/desk/opinions/{unit}/summaries/{opinion}", "/audit/cycles/{code}/files")
		.<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
		.toList());

	@Bean
	@Order(40)
	SecurityFilterChain staff(HttpSecurity http, HomeAfterSignIn home, Attempts attempts, Origins origins,
			SignIns signIns, PasskeySignIns passkeys, OidcSignIn oidc, CurrentSessions sessions,
			UnknownAddresses unknown, AskedPages asked, @Value("${pingyi.account.session-limit:8h}") Duration limit,
			Clock clock) {
		BusySignIn busy = new BusySignIn(attempts);
		return http.securityMatcher(AREAS)
			.authorizeHttpRequests(StaffSecurity::rules)
			.formLogin((login) -> login.loginPage("/login")
				.authenticationDetailsSource(attempts)
				.successHandler(home)
				.failureHandler(busy.otherwise(new SignInFailure("/login/failure"))))
			.addFilterAfter(busy, HeaderWriterFilter.class)
			.with(new SecondStep(signIns, passkeys, origins, home), Customizer.withDefaults())
			.with(oidc, Customizer.withDefaults())
			.addFilterBefore(new SessionLimit(limit, sessions, asked, clock), AuthorizationFilter.class)
			.logout((logout) -> logout.logoutSuccessUrl("/login?out"))
			.headers(PageHeaders.strict())
			.csrf((forms) -> forms.csrfTokenRepository(new FormTokens()))
			.requestCache((requests) -> requests.requestCache(asked))
			.exceptionHandling((denied) -> denied.authenticationEntryPoint(unknown.otherwise(SessionEnded.entryPoint()))
				.accessDeniedHandler(unknown.otherwise(new SessionEnded(asked))))
			.build();
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(new AndRequestMatcher(ENTERED, FetchSite::isAskedFromElsewhere))
			.denyAll()
			.requestMatchers("/login", "/login/**", "/setup/*", "/activation/*")
			.permitAll()
			.requestMatchers("/me", "/me/**")
			.authenticated()
			.requestMatchers("/desk/hotline/imports/**")
			.hasAnyRole("OFFICE", "HOTLINE")
			.requestMatchers("/desk/hotline/*/*")
			.hasRole("OFFICE")
			.requestMatchers("/desk", "/desk/hotline", "/desk/hotline/**", "/desk/jobs", "/desk/jobs/**")
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
			.requestMatchers("/admin/rights", "/admin/rights/**", "/admin/factors")
			.hasRole("SECURITY_ADMIN")
			.anyRequest()
			.denyAll();
	}

}
