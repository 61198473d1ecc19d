package org.pingyi.outcome.result;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

/**
 * A grade as pages show it.
 *
 * @param code its code in the scheme
 * @param name its name
 * @param kind the kind of status that its place among the grades calls for
 */
public record GradeMark(String code, Text name, String kind) {

	/** The mark of a grade, or null when the rules name none of this code. */
	public static @Nullable GradeMark of(Rules rules, String code) {
		List<Grade> grades = rules.ranking().grades();
		for (int place = 0; place < grades.size(); place++) {
			if (grades.get(place).code().equals(code)) {
				return new GradeMark(code, grades.get(place).name(), kind(place, grades.size()));
			}
		}
		return null;
	}

	private static String kind(int place, int grades) {
		if (place == 0) {
			return "good";
		}
		return (place == grades - 1) ? "warn" : (place == 1) ? "info" : "muted";
	}

}
