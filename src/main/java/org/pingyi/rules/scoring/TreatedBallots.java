package org.pingyi.rules.scoring;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How many of the ballots about a unit did not count as one each, line by line. It is
 * computed on demand, because most readers never ask for it.
 *
 * @param node code of the ballot line
 * @param treatment what the rules did with them, or null for those that two persons
 * excluded after the close
 * @param ballots how many, above 0
 */
public record TreatedBallots(String node, @Nullable Treatment treatment, long ballots) {

	/** Whether they did not count at all. */
	public boolean excluded() {
		return this.treatment == null || this.treatment.effect() == Treatment.Effect.SET_APART;
	}

	/**
	 * The ballots of every ballot line of a scorecard that were treated, in its order;
	 * the strictest treatment first.
	 * @param rules the rules it was counted by
	 * @param inputs what it was counted from
	 */
	public static List<TreatedBallots> of(Rules rules, Inputs inputs, Scorecard card) {
		return new BallotLines(rules, inputs, card).treated();
	}

}
