package org.pingyi.base.web;

import java.util.List;

/** A module with pages that the frames lead to. */
public interface NavigationSource {

	/** Its sections, in any order. */
	default List<Section> sections() {
		return List.of();
	}

	/** The pages where roles begin. */
	default List<LandingPage> landingPages() {
		return List.of();
	}

	/**
	 * Addresses where people without an account begin again, when they went astray below
	 * them.
	 */
	default List<String> doors() {
		return List.of();
	}

}
