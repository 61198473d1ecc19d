package org.pingyi.base.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/**
 * Signs staff in. Unknown names, wrong passwords and disabled accounts all fail alike.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {

	private final SignIns signIns;

	StaffAuthentication(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication attempt) {
		String login = attempt.getName();
		if (this.signIns.waiting(login)) {
			throw new LockedException("too many failures");
		}
		return this.signIns.signIn(login, String.valueOf(attempt.getCredentials()))
			.map(StaffAuthentication::authenticated)
			.orElseThrow(() -> new BadCredentialsException("no such account and password"));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static Authentication authenticated(Account account) {
		List<GrantedAuthority> authorities = account.authorities()
			.<GrantedAuthority>map(SimpleGrantedAuthority::new)
			.toList();
		User person = new User(account.login(), "", authorities);
		return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
	}

}
