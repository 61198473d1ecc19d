package org.pingyi.intake.ballot.form;

/**
 * Forms handed out about a unit (发放).
 *
 * @param unit number of the unit
 * @param channel code of the channel
 * @param raterClass code of the rater class
 * @param count forms, above 0
 */
public record IssuedForms(long unit, String channel, String raterClass, long count) {
}
