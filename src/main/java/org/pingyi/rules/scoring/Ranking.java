package org.pingyi.rules.scoring;

import java.util.List;

/**
 * How scores become places and grades.
 *
 * @param places decimal places of the score, rounded HALF_UP once, at the end
 * @param ties what equal scores share
 * @param grades ordered rules; the first that fits a unit gives its grade
 */
public record Ranking(int places, Ties ties, List<Grade> grades) {

	/** What equal scores share. */
	public enum Ties {

		/** 1, 2, 2, 4. */
		COMPETITION,
		/** 1, 2, 2, 3. */
		DENSE

	}

}
