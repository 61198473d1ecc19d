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

	/** People without an account. */
	public static final Actor PUBLIC = new Actor("public");

	/** Whoever is signed in on this thread. */
	public static Actor current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
			return PUBLIC;
		}
		return new Actor(authentication.getName());
	}

	/** Whether whoever is signed in on this thread has a role: {@code OFFICE}. */
	public static boolean hasRole(String role) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("ROLE_" + role).equals(authority.getAuthority()));
	}

}
