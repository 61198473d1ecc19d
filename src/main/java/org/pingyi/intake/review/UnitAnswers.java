package org.pingyi.intake.review;

import java.util.Map;

/**
 * What a person marked about one unit, perhaps not in full yet.
 *
 * @param answers answer code by item code
 * @param opinion what they wrote, or ""
 * @param mayForward whether the unit may read it in their words
 * @param state of the page that it was marked on
 */
public record UnitAnswers(Map<String, Integer> answers, String opinion, boolean mayForward, PageState state) {

	/** Nothing marked. */
	public static final UnitAnswers NONE = new UnitAnswers(Map.of(), "", false);

	public UnitAnswers {
		answers = Map.copyOf(answers);
	}

	public UnitAnswers(Map<String, Integer> answers, String opinion, boolean mayForward) {
		this(answers, opinion, mayForward, PageState.NONE);
	}

	public boolean empty() {
		return this.answers.isEmpty() && this.opinion.isEmpty();
	}

}
