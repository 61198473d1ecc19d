package org.pingyi.rules.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ballots of one channel about one unit, by classes of raters. */
final class Ballots {

	static final Ballots NONE = new Ballots();

	private final Map<String, Histogram> classes = new HashMap<>();

	/** Where the bars of a class are counted. */
	Histogram open(String raterClass) {
		return this.classes.computeIfAbsent(raterClass, (code) -> new Histogram());
	}

	/** The bars of some classes; of all when none is named. */
	List<Histogram> of(List<String> raterClasses) {
		return raterClasses.isEmpty() ? List.copyOf(this.classes.values())
				: raterClasses.stream().filter(this.classes::containsKey).distinct().map(this.classes::get).toList();
	}

}
