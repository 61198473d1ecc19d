package org.pingyi.intake.review;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One person's invitation to mark units in a channel. It says how far they are, never
 * what they marked.
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param channel code of the channel
 * @param raterClass code of the rater class
 * @param name the person
 * @param organisation where they work
 * @param state how far they are
 * @param units how many units are on their sheet
 * @param rated how many of them are marked in full; 0 after the sign-off
 * @param signedOn the day of the sign-off; its time is kept nowhere
 * @param opened whether the link was opened, and belongs to a browser
 */
public record Invitation(long id, long cycle, String channel, String raterClass, String name, String organisation,
		State state, int units, int rated, @Nullable LocalDate signedOn, boolean opened) {

	/** Whether the person may still mark and sign off. */
	public boolean active() {
		return this.state == State.NOT_STARTED || this.state == State.IN_PROGRESS;
	}

	/** How far a person is. */
	public enum State {

		/** Nothing is marked yet. */
		NOT_STARTED,
		/** Something is saved. */
		IN_PROGRESS,
		/** The sheet became ballots. */
		SIGNED_OFF,
		/** The office took the invitation back. */
		REVOKED

	}

}
