package org.pingyi.base.audit;

import java.util.List;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

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

	/**
	 * Does something in this name and without any role: what goes on behind the request
	 * of somebody.
	 */
	public void perform(Runnable act) {
		perform(List.of(), act);
	}

	/**
	 * Does something in this name and in a role that its person had when they ordered it:
	 * {@code OFFICE}.
	 */
	public void perform(String role, Runnable act) {
		perform(List.of(new SimpleGrantedAuthority("ROLE_" + role)), act);
	}

	private void perform(List<SimpleGrantedAuthority> roles, Runnable act) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContextHolder.setContext(
				new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(this.name, "", roles)));
		try {
			act.run();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

	/** Whether whoever is signed in on this thread has a role: {@code OFFICE}. */
	public static boolean hasRole(String role) {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> ("ROLE_" + role).equals(authority.getAuthority()));
	}

}
