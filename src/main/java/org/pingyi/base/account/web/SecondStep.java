package org.pingyi.base.account.web;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.Origin;
import org.pingyi.base.account.PasskeySignIns;
import org.pingyi.base.account.PendingSignIn;
import org.pingyi.base.account.SignIns;
import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyAnswer;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Adds the second step of a sign-in to a chain, with the session rules of the first. */
class SecondStep extends AbstractHttpConfigurer<SecondStep, HttpSecurity> {

	private final SignIns signIns;

	private final PasskeySignIns passkeys;

	private final Origins origins;

	private final AuthenticationSuccessHandler success;

	SecondStep(SignIns signIns, PasskeySignIns passkeys, Origins origins, AuthenticationSuccessHandler success) {
		this.signIns = signIns;
		this.passkeys = passkeys;
		this.origins = origins;
		this.success = success;
	}

	@Override
	public void configure(HttpSecurity http) {
		AuthenticationManager manager = http.getSharedObject(AuthenticationManager.class);
		add(http, new SecondStepFilter("/login/code", manager, this::confirm));
		add(http, new SecondStepFilter("/login/factor", manager, this::setUp));
		add(http, new SecondStepFilter("/login/passkey", manager, this::confirmByPasskey));
		add(http, new SecondStepFilter("/login/factor/passkey", manager, this::setUpPasskey));
	}

	private void add(HttpSecurity http, SecondStepFilter filter) {
		filter.setAuthenticationSuccessHandler(this.success);
		filter.setSessionAuthenticationStrategy(http.getSharedObject(SessionAuthenticationStrategy.class));
		filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
		http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class);
	}

	private Authentication confirm(HttpServletRequest request, @Nullable PendingSignIn pending) {
		return this.signIns.confirm(pending, typed(request, "code"), origin(request, pending));
	}

	private Authentication setUp(HttpServletRequest request, @Nullable PendingSignIn pending) {
		Authentication complete = this.signIns.setUp(pending, typed(request, "sealed"), typed(request, "code"),
				origin(request, pending));
		OfferSession.end(request, complete.getName());
		return complete;
	}

	private Authentication confirmByPasskey(HttpServletRequest request, @Nullable PendingSignIn pending) {
		PasskeyAnswer answer = new PasskeyAnswer(typed(request, "credential"), typed(request, "clientDataJSON"),
				typed(request, "authenticatorData"), typed(request, "signature"));
		return this.passkeys.confirm(pending, ChallengeSession.take(request), answer, origin(request, pending));
	}

	private Authentication setUpPasskey(HttpServletRequest request, @Nullable PendingSignIn pending) {
		NewPasskey made = new NewPasskey(typed(request, "name"), typed(request, "clientDataJSON"),
				typed(request, "attestationObject"), typed(request, "transports"));
		return this.passkeys.setUp(pending, ChallengeSession.take(request), made, origin(request, pending));
	}

	private Origin origin(HttpServletRequest request, @Nullable PendingSignIn pending) {
		return this.origins.of(request, (pending != null) ? pending.login() : "");
	}

	private static String typed(HttpServletRequest request, String field) {
		return Objects.requireNonNullElse(request.getParameter(field), "");
	}

}
