package org.pingyi.intake.ballot.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Validity;
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

	private static final Pattern TYPED = Pattern.compile("(\\d{1,3})(?:\\.(\\d))?");

	/** The unit of a number, when the channel asks about it. */
	public Optional<Participant> unit(long number) {
		return Participant.of(this.units, number);
	}

	/**
	 * What somebody chose or typed for an item, as the code that ballots store; empty
	 * when it does not fit the scale.
	 * @param typed the code of a level, a place, or a mark with at most one decimal:
	 * {@code 87.5}
	 */
	public Optional<Integer> code(String typed) {
		Matcher mark = TYPED.matcher(typed);
		if (!mark.matches()) {
			return Optional.empty();
		}
		int whole = Integer.parseInt(mark.group(1));
		int tenths = (mark.group(2) != null) ? Integer.parseInt(mark.group(2)) : 0;
		if (!isTypedAsStored()) {
			return Optional.of(whole * 10 + tenths).filter(this::accepts);
		}
		return Optional.of(whole).filter((code) -> tenths == 0 && accepts(code));
	}

	/** Whether a code can be an answer; there are as many places as units. */
	public boolean accepts(int code) {
		return this.scale.accepts(code) && (!this.scale.hasPlaces() || code <= this.units.size());
	}

	/** A stored code as it is typed: the level's code, the place, or the mark. */
	public String typed(int code) {
		return isTypedAsStored() ? String.valueOf(code)
				: BigDecimal.valueOf(code, 1).stripTrailingZeros().toPlainString();
	}

	/** Marks are stored in tenths, levels and places as they are. */
	private boolean isTypedAsStored() {
		return this.scale.hasLevels() || this.scale.hasPlaces();
	}

	/** Whether a sheet may be filled in any way. */
	public boolean isFree() {
		return this.channel.validity().equals(Validity.ANY);
	}

	/**
	 * Why a whole sheet is not a valid one; empty when it is.
	 * @param sheet answer code by item code, by number of the unit; every item answered
	 */
	public Optional<SheetRefused> refusal(Map<Long, Map<String, Integer>> sheet) {
		return isFree() ? Optional.empty() : new SheetCheck(this, sheet).refusal();
	}

	/**
	 * Which places a sheet uses, by item; nothing for a scale without places.
	 * @param sheet answer code by item code, by number of the unit, for every unit of the
	 * sheet
	 */
	public List<PlaceUse> places(Map<Long, Map<String, Integer>> sheet) {
		return !this.scale.hasPlaces() ? List.of()
				: this.questionnaire.items().stream().map((item) -> PlaceUse.of(item, this, sheet)).toList();
	}

}
