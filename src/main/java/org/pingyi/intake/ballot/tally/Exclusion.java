package org.pingyi.intake.ballot.tally;

import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/**
 * Ballots that somebody proposed to set apart after the close.
 *
 * @param unit number of the unit
 * @param signals bit set of the signals that they carry, just these
 * @param evidence what speaks for it
 * @param approved what a second person decided, or null while it is open
 * @param decidedBy the second person, or null while it is open
 * @param ballots how many they are
 */
@NamedInterface("tally")
public record Exclusion(long id, String channel, long unit, int signals, String reason, String evidence,
		String proposedBy, @Nullable Boolean approved, @Nullable String decidedBy, long ballots) {

	/** Whether it waits for a second person. */
	public boolean open() {
		return this.approved == null;
	}

	/** Whether the ballots do not count. */
	public boolean counts() {
		return Boolean.TRUE.equals(this.approved);
	}

}
