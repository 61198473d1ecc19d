package org.pingyi.local;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody of the sample city at a front door, with the rights that they hold. */
record SampleUser(String login, List<String> authorities) {

	static final SampleUser OFFICE = of("office1", "ROLE_OFFICE");

	static final SampleUser SECOND_OFFICE = of("office2", "ROLE_OFFICE");

	static final SampleUser HOTLINE = of("hotline1", "ROLE_HOTLINE");

	static final SampleUser SYSTEM_ADMIN = of("sysadmin", "ROLE_SYSTEM_ADMIN");

	static final SampleUser SECURITY_ADMIN = of("secadmin", "ROLE_SECURITY_ADMIN");

	static SampleUser of(String login, String... authorities) {
		return new SampleUser(login, Arrays.asList(authorities));
	}

	static SampleUser liaisonOf(String unit) {
		return of(unit.toLowerCase(java.util.Locale.ROOT), "ROLE_LIAISON", "UNIT_" + unit);
	}

	static SampleUser inspector(String login) {
		return of(login, "ROLE_INSPECTOR");
	}

	<T> T call(Callable<T> act) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext mine = SecurityContextHolder.createEmptyContext();
		mine.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(this.login, null,
				this.authorities.stream().map(SimpleGrantedAuthority::new).toList()));
		SecurityContextHolder.setContext(mine);
		try {
			return act.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

	void run(Runnable act) {
		call(() -> {
			act.run();
			return true;
		});
	}

}
