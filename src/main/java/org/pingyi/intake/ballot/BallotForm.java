package org.pingyi.intake.ballot;

import java.util.List;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.cycle.Participant;

/**
 * The form of a channel as a door shows it.
 *
 * @param channel the channel
 * @param questionnaire its items
 * @param scale what each item is answered on
 * @param units the units that the channel asks about
 */
public record BallotForm(Channel channel, Questionnaire questionnaire, Scale scale, List<Participant> units) {
}
