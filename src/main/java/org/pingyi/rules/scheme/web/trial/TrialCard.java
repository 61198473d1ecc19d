package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Grade;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Ranking;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Text;

/**
 * A scorecard as the trial page shows it: the tree of lines laid out in rows.
 *
 * @param ranked how many units are ranked beside it
 * @param grade its grade, or null when it got none
 * @param reason how the grade came about: figures, or the name of a veto or an event
 */
record TrialCard(BigDecimal score, @Nullable Integer rank, long ranked, @Nullable Text grade, Text reason,
		List<Text> marks, List<Text> vetoes, List<Row> rows) {

	/** A line, how deep it is indented, and whether nothing is below it. */
	public record Row(int depth, boolean leaf, Line line) {

		private static Row of(Line.Indented placed) {
			return new Row(placed.depth(), placed.line().parts().isEmpty(), placed.line());
		}

	}

	static TrialCard of(Rules rules, Outcome outcome) {
		Scorecard card = outcome.scorecards()
			.stream()
			.filter((each) -> each.unit().equals(TrialInputs.UNIT))
			.findFirst()
			.orElseThrow();
		return new TrialCard(card.score(), card.rank(),
				outcome.scorecards().stream().filter((each) -> each.rank() != null).count(),
				card.grade().isEmpty() ? null : grade(rules, card.grade()), reason(rules, card.gradeReason()),
				card.marks().stream().map((code) -> mark(rules, code)).toList(),
				card.vetoes().stream().map((code) -> reason(rules, code)).toList(),
				card.total().indented().map(Row::of).toList());
	}

	private static Text grade(Rules rules, String code) {
		return rules.ranking()
			.grades()
			.stream()
			.filter((grade) -> grade.code().equals(code))
			.map(Grade::name)
			.findFirst()
			.orElse(new Text(code, null));
	}

	private static Text mark(Rules rules, String code) {
		return rules.ranking()
			.marks()
			.stream()
			.filter((mark) -> mark.code().equals(code))
			.map(Ranking.Mark::name)
			.findFirst()
			.orElse(new Text(code, null));
	}

	/** A reason in figures stays as it is. */
	private static Text reason(Rules rules, String reason) {
		AdjustmentRules all = rules.adjustments();
		Stream<Text> vetoes = all.vetoes()
			.stream()
			.filter((each) -> each.code().equals(reason))
			.map((each) -> each.name());
		Stream<Text> deductions = all.deductions()
			.stream()
			.filter((each) -> each.code().equals(reason))
			.map((each) -> each.name());
		return Stream.concat(vetoes, deductions).findFirst().orElse(new Text(reason, null));
	}

	/** What the leaves come to together. */
	public BigDecimal sum() {
		return this.rows.stream()
			.filter(Row::leaf)
			.map((row) -> row.line().points())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public boolean addsUp() {
		return sum().compareTo(this.score) == 0;
	}

}
