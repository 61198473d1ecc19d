package org.pingyi.base.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.security.core.Authentication;

/** Where the pages of each role begin; the order decides for people with several. */
public final class LandingPages {

	/** Where people without any role land. */
	public static final String OWN = "/me";

	private static final Map<String, String> HOMES = homes();

	private LandingPages() {
	}

	/** The first pages of a person's roles; empty for a person without any. */
	public static List<String> of(Authentication person) {
		return HOMES.entrySet()
			.stream()
			.filter((home) -> person.getAuthorities()
				.stream()
				.anyMatch((authority) -> home.getKey().equals(authority.getAuthority())))
			.map(Map.Entry::getValue)
			.toList();
	}

	private static Map<String, String> homes() {
		Map<String, String> homes = new LinkedHashMap<>();
		homes.put("ROLE_OFFICE", "/desk");
		homes.put("ROLE_INSPECTOR", "/inspect");
		homes.put("ROLE_HOTLINE", "/desk/hotline");
		homes.put("ROLE_LIAISON", "/unit");
		homes.put("ROLE_AUDITOR", "/audit/trail");
		homes.put("ROLE_SYSTEM_ADMIN", "/admin/accounts");
		homes.put("ROLE_SECURITY_ADMIN", "/admin/rights");
		return homes;
	}

}
