package org.pingyi.rules.scheme.draft;

import java.util.List;

import org.pingyi.rules.scheme.SchemeRefused.Fault;

/**
 * Something to fix or to think over, with the page that shows it.
 *
 * @param fault what and where
 * @param page place of the part whose page shows it
 * @param trail what holds it, in words
 */
public record PlacedFault(Fault fault, String page, List<Part.Step> trail) {

	/** What the page is called. */
	public Choice label() {
		return this.trail.stream()
			.filter((step) -> step.place().equals(this.page))
			.findFirst()
			.orElse(this.trail.getLast())
			.label();
	}

}
