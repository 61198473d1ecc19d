package org.pingyi.intake.ballot.tally;

import java.util.Comparator;

import org.springframework.modulith.NamedInterface;

/**
 * How many ballots came in; the one figure that the embargo leaves open.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param ballots how many
 */
@NamedInterface("tally")
public record Participation(String channel, long unit, String raterClass, long ballots) {

	/** By channel, unit and rater class, whatever the count. */
	public static final Comparator<Participation> ORDER = Comparator.comparing(Participation::channel)
		.thenComparingLong(Participation::unit)
		.thenComparing(Participation::raterClass);

	/** The same with another count. */
	public Participation of(long counted) {
		return new Participation(this.channel, this.unit, this.raterClass, counted);
	}

}
