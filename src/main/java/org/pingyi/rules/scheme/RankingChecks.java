package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.List;

import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Ranking;

/** Checks rounding, and that the grades leave no score without a grade or with two. */
final class RankingChecks {

	private static final int MOST_PLACES = 6;

	private final Checks checks;

	private final Ranking ranking;

	RankingChecks(Checks checks, Ranking ranking) {
		this.checks = checks;
		this.ranking = ranking;
	}

	void run() {
		List<Grade> grades = this.ranking.grades();
		this.checks.require(this.ranking.places() >= 0 && this.ranking.places() <= MOST_PLACES, "ranking.places",
				"places", this.ranking.places());
		this.checks.codes("ranking.grades", grades, Grade::code);
		BigDecimal edge = null;
		for (int i = 0; i < grades.size(); i++) {
			String place = "ranking.grades[" + i + "]";
			Grade grade = grades.get(i);
			share(place, grade);
			if (i == grades.size() - 1) {
				this.checks.require(isOpen(grade), place, "lastGrade", grade.code());
			}
			else {
				this.checks.require(!isOpen(grade), place, "openGrade", grade.code());
			}
			BigDecimal from = grade.from();
			if (from != null) {
				this.checks.require(edge == null || from.compareTo(edge) < 0, place + ".from", "gradeOrder",
						from.toPlainString());
				edge = from;
			}
		}
	}

	private void share(String place, Grade grade) {
		BigDecimal share = grade.share();
		this.checks.require(share == null || (share.signum() > 0 && share.compareTo(Node.HUNDRED) <= 0),
				place + ".share", "share", share + "");
	}

	private static boolean isOpen(Grade grade) {
		return grade.from() == null && grade.share() == null;
	}

}
