package org.pingyi.outcome.result.web.published;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.Results.Publication;
import org.pingyi.rules.cycle.Cycle;

/**
 * All that decides what the public sees now.
 *
 * @param years what is published, newest first
 * @param current the year that takes ballots today, or null
 * @param counting the newest year that is over and not yet published, or null
 */
record PublicState(List<Year> years, @Nullable Cycle current, @Nullable Cycle counting) {

	/**
	 * A published year.
	 *
	 * @param checkpoint the last signed state of its log, or ""; acts may follow the
	 * publication
	 * @param units codes of the units that took part
	 */
	record Year(Publication publication, String checkpoint, List<String> units) {

		Cycle cycle() {
			return this.publication.cycle();
		}

		String address() {
			return "/results/" + cycle().code();
		}

	}

	List<Cycle> cycles() {
		return this.years.stream().map(Year::cycle).toList();
	}

}
