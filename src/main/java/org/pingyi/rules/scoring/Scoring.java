package org.pingyi.rules.scoring;

/** Turns what was counted into explained scores, places and grades. */
public final class Scoring {

	private Scoring() {
	}

	/**
	 * Scores and ranks every unit.
	 * @param rules a frozen scheme
	 * @param inputs what was counted, in any order
	 * @return the same bytes for the same inputs
	 * @throws IllegalStateException when no tree fits a unit, or a node that may not be
	 * missing is
	 */
	public static Outcome score(Rules rules, Inputs inputs) {
		throw new UnsupportedOperationException();
	}

}
