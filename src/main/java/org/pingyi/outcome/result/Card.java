package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.ItemPoints;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Text;
import org.pingyi.rules.scoring.Treatment;

/**
 * A scorecard as a page shows it (得分明细): the tree of lines laid out in rows.
 *
 * @param cycle the year
 * @param run the run it comes from
 * @param unit the unit
 * @param score its score; 0 while it {@link #hasScore() has none}
 * @param alike its score if every ballot counted alike, or null where every one does
 * @param rank its place, or null when it is not ranked
 * @param apart whether it is measured but not ranked
 * @param ranked how many units of its group are ranked
 * @param verdict what follows from the score
 * @param rows the lines, each before the lines below it
 * @param account why it stands where it stands
 */
public record Card(Cycle cycle, Run run, Participant unit, BigDecimal score, @Nullable AlikeScore alike,
		@Nullable Integer rank, boolean apart, long ranked, Verdict verdict, List<Row> rows, Account account) {

	/**
	 * A line.
	 *
	 * @param depth how deep it is indented, from 0
	 * @param leaf whether nothing is below it, so that it counts towards the sum
	 * @param counts whether it contributes to the score, be it 0
	 * @param withheld whether its counts and arithmetic are left out because they rest on
	 * too few people
	 * @param line the line; without its counts and arithmetic when they are withheld
	 * @param items what the numbers in its arithmetic stand for; empty for most lines
	 * @param flagged ballots that it did not count as one each; empty for most lines
	 */
	public record Row(int depth, boolean leaf, boolean counts, boolean withheld, Line line, List<Asked> items,
			List<Flagged> flagged) {
	}

	/**
	 * Ballots that a line did not count as one each.
	 *
	 * @param treatment what the rules did with them, or null where two persons set them
	 * apart
	 * @param clause where the method says so, or ""
	 * @param ballots how many, or null where they are fewer than may be shown
	 */
	public record Flagged(@Nullable Treatment treatment, String clause, @Nullable Long ballots) {

		/** Whether they did not count at all. */
		public boolean excluded() {
			return this.treatment == null || this.treatment.effect() == Treatment.Effect.SET_APART;
		}

	}

	/**
	 * An item that a line counts.
	 *
	 * @param number its number in the form, from 1
	 * @param text what was asked
	 * @param share what it brings to the score, or null where that is not shown
	 */
	public record Asked(int number, Text text, ItemPoints.@Nullable Share share) {
	}

	/**
	 * What follows from a score.
	 *
	 * @param grade the grade, or null when the rules name none
	 * @param reason how the grade came about, in figures and names, or null
	 * @param decidedBy name of the veto or event that decided the grade, or null
	 * @param vetoes names of the vetoes against the unit
	 * @param marks names of what else followed
	 */
	public record Verdict(@Nullable GradeMark grade, @Nullable Text reason, @Nullable Text decidedBy, List<Text> vetoes,
			List<Text> marks) {
	}

	/**
	 * Why a unit stands where it stands.
	 *
	 * @param facts what the engine found
	 * @param other the unit compared with, or null
	 * @param otherGrade its grade, or null
	 */
	public record Account(Explanation facts, @Nullable Participant other, @Nullable GradeMark otherGrade) {
	}

	/**
	 * The line that an objection names, or null where the run has none.
	 * @param key its {@link Line#key() key}, or the code of its node alone, as early
	 * objections to events have it
	 */
	public @Nullable Line line(String key) {
		return lines().filter((line) -> line.key().equals(key))
			.findFirst()
			.or(() -> lines().filter((line) -> line.node().equals(key)).findFirst())
			.orElse(null);
	}

	private Stream<Line> lines() {
		return this.rows.stream().map(Row::line);
	}

	/** Whether there was enough to count for a score. */
	public boolean hasScore() {
		return this.account.facts().card().hasScore();
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
