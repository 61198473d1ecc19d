package org.pingyi.outcome.feedback;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a unit, as the office reads it.
 *
 * @param id random number of the opinion
 * @param channel code of the channel
 * @param text the words
 * @param mayForward whether the unit may read the words
 * @param rectification what became of it once sent, else null
 */
public record Opinion(UUID id, String channel, String text, boolean mayForward, @Nullable Rectification rectification) {
}
