package org.pingyi.linking;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pingyi.rules.cycle.Cycle;

/**
 * A closed year: what only the test knows of it, and what was seen of people while it was
 * open.
 *
 * @param values by which people are known in the database, and the numbers of their
 * ratings
 * @param seen while the year was open: who came when, and what backups and the
 * write-ahead log hold of what waited
 * @param requests as the proxy received them
 */
record Year(Cycle cycle, List<Rating> ratings, Map<String, Set<Integer>> values, Sightings seen,
		List<Request> requests) {

	/** Whether two ratings are about the same unit on the same channel. */
	boolean areAlike(int one, int other) {
		return this.ratings.get(one).group().equals(this.ratings.get(other).group());
	}

}
