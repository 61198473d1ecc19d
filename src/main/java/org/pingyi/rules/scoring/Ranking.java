package org.pingyi.rules.scoring;

import java.util.List;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * How scores become places and grades.
 *
 * @param places decimal places of the score, rounded HALF_UP once, at the end
 * @param ties what equal scores share
 * @param tieBreakers codes of nodes that decide between equal scores, in this order; the
 * higher value is the better
 * @param grades the grades from the best to the last
 * @param gradeRules who gets which grade; the first rule that fits a unit decides
 * @param marks what else follows, such as a yellow card; each that fits is given
 */
public record Ranking(int places, Ties ties, @ChosenFrom(value = Named.NODES, ordered = true) List<String> tieBreakers,
		List<Grade> grades, List<GradeRule> gradeRules, List<Mark> marks) {

	/** What equal scores share. */
	public enum Ties {

		/** 1, 2, 2, 4. */
		COMPETITION,
		/** 1, 2, 2, 3. */
		DENSE

	}

	/**
	 * A rule that gives a grade.
	 *
	 * @param grade code of the grade
	 * @param clause where the method says so, or ""
	 */
	public record GradeRule(@ChosenFrom(Named.GRADES) String grade, String clause, When when) {
	}

	/**
	 * Something that follows besides the grade (黄牌, 末位警示).
	 *
	 * @param code its name inside the scheme; grades and marks share one space of codes
	 * @param name what people read
	 * @param clause where the method says so, or ""
	 */
	public record Mark(String code, Text name, String clause, When when) {
	}

}
