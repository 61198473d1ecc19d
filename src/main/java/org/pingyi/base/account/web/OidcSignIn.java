package org.pingyi.base.account.web;

import java.time.Clock;

import org.pingyi.base.account.FederatedSignIns;
import org.pingyi.base.account.oidc.OidcProvider;
import org.pingyi.base.account.oidc.web.AuthorizationRequests;
import org.pingyi.base.account.oidc.web.OidcFilter;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Adds the way back from the identity service to a chain, as {@link SecondStep}. */
@Component
class OidcSignIn extends AbstractHttpConfigurer<OidcSignIn, HttpSecurity> {

	private final OidcProvider provider;

	private final AuthorizationRequests requests;

	private final FederatedSignIns signIns;

	private final Origins origins;

	private final HomeAfterSignIn home;

	private final Clock clock;

	OidcSignIn(OidcProvider provider, AuthorizationRequests requests, FederatedSignIns signIns, Origins origins,
			HomeAfterSignIn home, Clock clock) {
		this.provider = provider;
		this.requests = requests;
		this.signIns = signIns;
		this.origins = origins;
		this.home = home;
		this.clock = clock;
	}

	@Override
	public void configure(HttpSecurity http) {
		OidcFilter filter = new OidcFilter(this.provider, this.requests,
				http.getSharedObject(AuthenticationManager.class),
				(request, identity) -> this.signIns.signIn(identity, this.origins.of(request, "")), this.clock);
		filter.setAuthenticationSuccessHandler(this.home);
		filter.setAuthenticationFailureHandler(new OidcFailure());
		filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
		filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
		http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
	}

}
