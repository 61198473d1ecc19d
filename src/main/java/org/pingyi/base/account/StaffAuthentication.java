package org.pingyi.base.account;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Signs staff in by what they typed, which comes as an {@link Attempt} in the details.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {

	private final SignIns signIns;

	StaffAuthentication(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication token) {
		return (token.getDetails() instanceof Attempt attempt) ? this.signIns.signIn(attempt) : null;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
