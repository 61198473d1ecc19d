package org.pingyi.base.web;

import java.util.Comparator;
import java.util.List;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Where the pages of each role begin; the order decides for people with several. */
@Component
public class LandingPages {

	/** Where people without any role land. */
	private static final String OWN = "/me";

	private final List<LandingPage> pages;

	private final List<String> doors;

	LandingPages(List<NavigationSource> sources) {
		this.pages = sources.stream()
			.flatMap((source) -> source.landingPages().stream())
			.sorted(Comparator.comparingInt(LandingPage::order))
			.toList();
		this.doors = sources.stream().flatMap((source) -> source.doors().stream()).toList();
	}

	/** The first pages of a person's roles; empty for a person without any. */
	public List<LandingPage> of(Authentication person) {
		return this.pages.stream()
			.filter((page) -> person.getAuthorities()
				.stream()
				.anyMatch((authority) -> page.authority().equals(authority.getAuthority())))
			.toList();
	}

	/** Where a person lands who asked for no page. */
	public String first(Authentication person) {
		return of(person).stream().findFirst().map(LandingPage::address).orElse(OWN);
	}

	/** Where people without an account begin. */
	List<String> doors() {
		return this.doors;
	}

}
