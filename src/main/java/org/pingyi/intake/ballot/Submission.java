package org.pingyi.intake.ballot;

import java.util.Map;

/**
 * A filled form about one unit, on its way in.
 *
 * @param cycle number of the cycle
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class, one of the channel's
 * @param right what entitles the person, unique to them and never stored as it is:
 * {@code phone:<pseudonym>}, {@code ticket:<secret>}; the unit is added by the store
 * @param idempotencyKey chosen at random by the sender per form, 16 to 200 characters,
 * and never stored, so that nobody can lead a receipt back to a right; the same key with
 * the same body is a retry
 * @param answers answer code by item code; every item of the form is answered
 * @param opinion what the person wrote, at most {@value #LONGEST_OPINION} characters, or
 * ""
 * @param signals bit set of the signals that the door noted
 * ({@link org.pingyi.rules.scoring.Signal}); 0 for none
 * @param mayForward whether the opinion may be passed on to the unit in their words
 */
public record Submission(long cycle, String channel, long unit, String raterClass, String right, String idempotencyKey,
		Map<String, Integer> answers, String opinion, boolean mayForward, int signals) {

	/** How many characters an opinion may have, on every door. */
	public static final int LONGEST_OPINION = 500;

	/** A form without signals. */
	public Submission(long cycle, String channel, long unit, String raterClass, String right, String idempotencyKey,
			Map<String, Integer> answers, String opinion, boolean mayForward) {
		this(cycle, channel, unit, raterClass, right, idempotencyKey, answers, opinion, mayForward, 0);
	}

}
