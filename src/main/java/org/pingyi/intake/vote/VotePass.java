package org.pingyi.intake.vote;

import java.time.Instant;

/**
 * Leave to vote in a cycle, obtained with a code and carried in the forms.
 *
 * @param right what entitles its holder, as ballots are submitted under it:
 * {@code phone:} and what stands for the number
 * @param cycle number of the cycle
 * @param since when it was obtained, in whole seconds
 * @param signals bit set of the signals that were there already
 * ({@link org.pingyi.rules.scoring.Signal}); 0 for none
 */
public record VotePass(String right, long cycle, Instant since, int signals) {
}
