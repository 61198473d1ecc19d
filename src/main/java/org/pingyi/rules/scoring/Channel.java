package org.pingyi.rules.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * A way of asking (评议渠道).
 *
 * @param code {@code ONLINE}, {@code WINDOW}, {@code LEADER}, ... ; tallies carry it
 * @param name what people read
 * @param door how its ballots come in
 * @param questionnaire code of its form
 * @param raterClasses codes of who may fill it; the first is the default
 * @param traits names of the traits that a unit needs for the channel to apply; empty for
 * all units
 * @param asked how many people of which class are asked; empty where that is open
 * @param validity when a filled sheet is not a valid one
 * @param clause where the method says so, or ""
 * @param treatments what follows from the signals of its ballots; a ballot counts where
 * none says otherwise
 */
public record Channel(String code, Text name, Door door, @ChosenFrom(Named.QUESTIONNAIRES) String questionnaire,
		@ChosenFrom(value = Named.RATER_CLASSES, ordered = true) List<String> raterClasses,
		@ChosenFrom(Named.TRAITS) Set<String> traits, List<Asked> asked, Validity validity, String clause,
		List<Treatment> treatments) {

	/** Whether the channel asks about a unit with these traits. */
	public boolean appliesTo(Set<String> unitTraits) {
		return unitTraits.containsAll(this.traits);
	}

	/** Whether some ballots do not count as one each. */
	public boolean treats() {
		return this.treatments.stream().anyMatch((each) -> each.effect() != Treatment.Effect.COUNT);
	}

	/** The strictest treatment of ballots with these signals. */
	public Optional<Treatment> treatment(int signals) {
		return new SignalTreatments(this.treatments).of(signals);
	}

	/** The same without any treatment. */
	Channel countingAll() {
		return new Channel(this.code, this.name, this.door, this.questionnaire, this.raterClasses, this.traits,
				this.asked, this.validity, this.clause, List.of());
	}

	/**
	 * How many of a class are asked. Where the list names more, they are drawn by lot.
	 *
	 * @param raterClass code of the rater class
	 * @param count people, above 0
	 */
	public record Asked(@ChosenFrom(Named.RATER_CLASSES) String raterClass, long count) {
	}

}
