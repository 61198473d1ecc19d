package org.pingyi;

import java.util.Arrays;
import java.util.function.Supplier;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Runs a front door as somebody with the authorities that it asks for. */
public final class As {

	private As() {
	}

	/** As the first of two office people, {@code office1}. */
	public static <T> T office(Supplier<T> act) {
		return as("office1", act, "ROLE_OFFICE");
	}

	/** As the second of two office people, {@code office2}. */
	public static <T> T secondOffice(Supplier<T> act) {
		return as("office2", act, "ROLE_OFFICE");
	}

	/** As somebody with these authorities. */
	public static <T> T as(String name, Supplier<T> act, String... authorities) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext mine = SecurityContextHolder.createEmptyContext();
		Authentication authentication = new TestingAuthenticationToken(name, null,
				Arrays.asList(authorities)
					.stream()
					.map(org.springframework.security.core.authority.SimpleGrantedAuthority::new)
					.toList());
		mine.setAuthentication(authentication);
		SecurityContextHolder.setContext(mine);
		try {
			return act.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
