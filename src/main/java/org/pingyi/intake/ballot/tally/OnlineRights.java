package org.pingyi.intake.ballot.tally;

import org.springframework.modulith.NamedInterface;

/**
 * What the people who came through the online door may use, and what was used: whoever
 * proved to be somebody rates each unit once at most.
 *
 * @param verified people who proved that they have a right
 * @param units how many rights that gives each of them: the units that the channels
 * behind the online door ask about, taken together
 * @param used sealed ballots of these channels
 */
@NamedInterface("tally")
public record OnlineRights(long verified, long units, long used) {

	/** More than that cannot come in honestly. */
	public long most() {
		return this.verified * this.units;
	}

	boolean hold() {
		return this.used <= most();
	}

}
