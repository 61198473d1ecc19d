package org.pingyi.intake.ballot;

import java.util.List;

/**
 * What became of ballots. Where none is refused, those that are not named here are
 * written; of a sheet with one that is refused nothing is.
 *
 * @param before whose right had been used before, be it for the same form
 * @param refused those of them whose right had been used for another form
 */
record WriteResult(List<SignedBallot> before, List<SignedBallot> refused) {

	static final WriteResult ALL = new WriteResult(List.of(), List.of());

	/** The same for some of them. */
	WriteResult among(List<SignedBallot> ballots) {
		return this.before.isEmpty() ? ALL
				: new WriteResult(common(this.before, ballots), common(this.refused, ballots));
	}

	private static List<SignedBallot> common(List<SignedBallot> some, List<SignedBallot> others) {
		return others.stream().filter(some::contains).toList();
	}

}
