package org.pingyi.intake.kiosk;

import java.util.Map;

/**
 * What a visitor answered.
 *
 * @param raterClass code of one of the channel's rater classes
 * @param answers level by item code
 * @param opinion what they wrote, or ""
 * @param mayForward whether the unit may read it in their words
 */
public record WindowAnswers(String raterClass, Map<String, Integer> answers, String opinion, boolean mayForward) {
}
