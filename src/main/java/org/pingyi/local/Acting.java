package org.pingyi.local;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody of the sample city at a front door, with the rights that they hold. */
record Acting(String login, List<String> authorities) {

	static final Acting OFFICE = of("office1", "ROLE_OFFICE");

	static final Acting SECOND_OFFICE = of("office2", "ROLE_OFFICE");

	static final Acting HOTLINE = of("hotline1", "ROLE_HOTLINE");

	static final Acting SYSTEM_ADMIN = of("sysadmin", "ROLE_SYSTEM_ADMIN");

	static final Acting SECURITY_ADMIN = of("secadmin", "ROLE_SECURITY_ADMIN");

	static Acting of(String login, String... authorities) {
		return new Acting(login, Arrays.asList(authorities));
	}

	static Acting liaisonOf(String unit) {
		return of(unit.toLowerCase(java.util.Locale.ROOT), "ROLE_LIAISON", "UNIT_" + unit);
	}

	static Acting inspector(String login) {
		return of(login, "ROLE_INSPECTOR");
	}

	<T> T does(Callable<T> act) {
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

	void acts(Runnable act) {
		does(() -> {
			act.run();
			return true;
		});
	}

}
