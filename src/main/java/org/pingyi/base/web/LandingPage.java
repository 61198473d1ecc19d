package org.pingyi.base.web;

/**
 * Where the pages of a role begin.
 *
 * @param order whose page comes first for a person with several roles
 * @param role the role's name
 * @param address the page
 * @param key message key of what is found there
 */
public record LandingPage(int order, String role, String address, String key) {

	String authority() {
		return "ROLE_" + this.role;
	}

}
