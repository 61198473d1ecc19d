package org.pingyi.intake.vote.card;

/**
 * Codes to be made.
 *
 * @param name what the office calls the batch
 * @param audience for whom it is, or ""
 * @param raterClass code of a rater class of the online channel, or "" for everybody
 * @param count how many codes, 1 to {@value #MOST}
 */
public record NewBatch(String name, String audience, String raterClass, int count) {

	public static final int MOST = 5000;

}
