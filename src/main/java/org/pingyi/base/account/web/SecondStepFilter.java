package org.pingyi.base.account.web;

import java.util.function.BiFunction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.account.PendingSignIn;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the form with which a sign-in is completed. */
class SecondStepFilter extends AbstractAuthenticationProcessingFilter {

	private final BiFunction<HttpServletRequest, @Nullable PendingSignIn, Authentication> step;

	SecondStepFilter(String address, AuthenticationManager manager,
			BiFunction<HttpServletRequest, @Nullable PendingSignIn, Authentication> step) {
		super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, address), manager);
		this.step = step;
		setAuthenticationFailureHandler(new SignInFailure(address + "/failure"));
	}

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
		return this.step.apply(request, PendingSession.of(request).orElse(null));
	}

}
