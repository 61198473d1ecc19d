package org.pingyi.intake.kiosk;

import java.util.List;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.RaterClass;

/**
 * The form that a ticket opens.
 *
 * @param cycle number of the cycle that it is asked in
 * @param unit whom it asks about
 * @param window where the service was given
 * @param form the questions
 * @param raters who may answer; the first is the default
 * @param ownPhone whether the visitor answers on a phone of their own
 */
public record WindowForm(long cycle, Participant unit, String window, BallotForm form, List<RaterClass> raters,
		boolean ownPhone) {
}
