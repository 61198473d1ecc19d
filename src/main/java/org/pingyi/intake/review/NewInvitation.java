package org.pingyi.intake.review;

import java.util.List;

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

}
