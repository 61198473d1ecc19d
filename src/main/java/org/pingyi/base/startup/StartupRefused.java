package org.pingyi.base.startup;

import java.util.List;

/** Settings under which the application does not start. */
class StartupRefused extends RuntimeException {

	private final transient List<Shortcoming> shortcomings;

	StartupRefused(List<Shortcoming> shortcomings) {
		super(String.join("\n", shortcomings.stream().map(Shortcoming::fault).toList()));
		this.shortcomings = List.copyOf(shortcomings);
	}

	/** In the order in which they were found; at least one. */
	List<Shortcoming> shortcomings() {
		return this.shortcomings;
	}

}
