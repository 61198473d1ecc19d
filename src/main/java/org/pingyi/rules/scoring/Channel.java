package org.pingyi.rules.scoring;

import java.util.List;
import java.util.Set;

/**
 * A way of asking (评议渠道).
 *
 * @param code {@code ONLINE}, {@code WINDOW}, {@code LEADER}, ... ; tallies carry it
 * @param name what people read
 * @param door how its ballots come in
 * @param questionnaire code of its form
 * @param raterClasses codes of who may fill it; the first is the default
 * @param traits names of the traits that a unit needs for the channel to apply; empty for
 * all units
 * @param asked how many people of which class are asked; empty where that is open
 * @param validity when a filled sheet is not a valid one
 * @param clause where the method says so, or ""
 */
public record Channel(String code, Text name, Door door, String questionnaire, List<String> raterClasses,
		Set<String> traits, List<Asked> asked, Validity validity, String clause) {

	/** Whether the channel asks about a unit with these traits. */
	public boolean appliesTo(Set<String> unitTraits) {
		return unitTraits.containsAll(this.traits);
	}

	/**
	 * How many of a class are asked. Where the list names more, they are drawn by lot.
	 *
	 * @param raterClass code of the rater class
	 * @param count people, above 0
	 */
	public record Asked(String raterClass, long count) {
	}

}
