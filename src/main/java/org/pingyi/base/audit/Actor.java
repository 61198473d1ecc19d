package org.pingyi.base.audit;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts now, as the trail names them.
 *
 * @param name the sign-in name, or {@code public} for people without an account
 */
public record Actor(String name) {

	private static final Actor PUBLIC = new Actor("public");

	/** Whoever is signed in on this thread. */
	public static Actor current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			return PUBLIC;
		}
		return new Actor(authentication.getName());
	}

}
