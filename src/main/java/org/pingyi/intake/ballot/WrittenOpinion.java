package org.pingyi.intake.ballot;

import java.util.UUID;

/**
 * What somebody wrote about a unit (意见建议), kept apart from their marks.
 *
 * @param id random, so that it tells no order
 * @param unit number of the unit
 * @param channel code of the channel
 * @param text the words
 * @param mayForward whether the unit may read them
 */
public record WrittenOpinion(UUID id, long unit, String channel, String text, boolean mayForward) {
}
