package org.pingyi.intake.ballot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

	/**
	 * What somebody chose or typed for an item, as the code that ballots store; empty
	 * when it does not fit the scale.
	 * @param typed the code of a level, or a mark with at most one decimal: {@code 87.5}
	 */
	public Optional<Integer> code(String typed) {
		if (!typed.matches("\\d{1,3}(\\.\\d)?")) {
			return Optional.empty();
		}
		BigDecimal value = new BigDecimal(typed);
		BigDecimal code = this.scale.hasLevels() ? value : value.movePointRight(1);
		return Optional.of(code)
			.filter((exact) -> exact.stripTrailingZeros().scale() <= 0)
			.map(BigDecimal::intValueExact)
			.filter(this.scale::accepts);
	}

	/** A stored code as it is typed: the level's code, or the mark. */
	public String typed(int code) {
		return this.scale.hasLevels() ? String.valueOf(code)
				: BigDecimal.valueOf(code, 1).stripTrailingZeros().toPlainString();
	}

}
