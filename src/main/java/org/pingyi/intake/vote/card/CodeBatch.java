package org.pingyi.intake.vote.card;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Codes that the office printed at one time for one purpose.
 *
 * @param id its number
 * @param cycle the year they are good for
 * @param name what the office calls it: {@code 人大代表会议}
 * @param audience for whom they are, in the office's words
 * @param raterClass code of the rater class, or "" for everybody
 * @param issued how many codes
 * @param used how many of them have given a pass
 * @param madeBy who made them
 * @param withdrawnAt when those unused stopped working, if they did
 */
public record CodeBatch(long id, long cycle, String name, String audience, String raterClass, int issued, int used,
		String madeBy, Instant madeAt, @Nullable Instant withdrawnAt) {

	public boolean withdrawn() {
		return this.withdrawnAt != null;
	}

	/** How many codes can still give their first pass. */
	public int open() {
		return withdrawn() ? 0 : this.issued - this.used;
	}

}
