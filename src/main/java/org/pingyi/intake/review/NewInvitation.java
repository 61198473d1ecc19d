package org.pingyi.intake.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.rules.cycle.Participant;

/**
 * Somebody to be invited.
 *
 * @param channel code of a channel behind the review door
 * @param raterClass code of one of the channel's rater classes; "" for its first
 * @param name the person
 * @param organisation where they work
 * @param units codes of the units to mark; empty for every unit that the channel asks
 * about
 * @param phone mobile number for codes and for the notice of the sign-off, or ""
 */
public record NewInvitation(String channel, String raterClass, String name, String organisation, List<String> units,
		String phone) {

	public NewInvitation {
		name = name.replace("\0", "").strip();
		organisation = organisation.replace("\0", "").strip();
		units = List.copyOf(units);
	}

	/** Somebody without a phone. */
	public NewInvitation(String channel, String raterClass, String name, String organisation, List<String> units) {
		this(channel, raterClass, name, organisation, units, "");
	}

	/**
	 * The same person with a rater class.
	 * @throws Refusal 422 {@code review.noRaterClass}
	 */
	NewInvitation completed(BallotForm form) {
		List<String> classes = form.channel().raterClasses();
		String complete = this.raterClass.isEmpty() ? classes.getFirst() : this.raterClass;
		if (!classes.contains(complete)) {
			throw Refusal.invalid("review.noRaterClass", complete);
		}
		return new NewInvitation(this.channel, complete, this.name, this.organisation, this.units, this.phone);
	}

	/**
	 * Numbers of the units to mark, in the order of the form.
	 * @throws Refusal 422 {@code review.notAsked}
	 */
	Set<Long> markedUnits(BallotForm form) {
		Set<String> unknown = new LinkedHashSet<>(this.units);
		Set<Long> marked = new LinkedHashSet<>();
		for (Participant unit : form.units()) {
			if (unknown.remove(unit.code()) || this.units.isEmpty()) {
				marked.add(unit.unit());
			}
		}
		if (!unknown.isEmpty()) {
			throw Refusal.invalid("review.notAsked", unknown.iterator().next());
		}
		return marked;
	}

}
