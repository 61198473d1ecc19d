package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Text;

/**
 * A scorecard as a page shows it (得分明细): the tree of lines laid out in rows.
 *
 * @param cycle the year
 * @param run the run it comes from
 * @param unit the unit
 * @param score its score
 * @param rank its place, or null when it is not ranked
 * @param ranked how many units of its group are ranked
 * @param grade its grade, or null when the rules name none
 * @param gradeReason how the grade came about, in figures, or ""
 * @param vetoes names of the vetoes against it
 * @param rows the lines, each before the lines below it
 */
public record Card(Cycle cycle, Run run, Participant unit, BigDecimal score, @Nullable Integer rank, long ranked,
		@Nullable GradeMark grade, String gradeReason, List<Text> vetoes, List<Row> rows) {

	/**
	 * A line.
	 *
	 * @param depth how deep it is indented, from 0
	 * @param leaf whether nothing is below it, so that it counts towards the sum
	 * @param withheld whether its counts and arithmetic are left out because they rest on
	 * too few people
	 * @param line the line; without its counts and arithmetic when they are withheld
	 */
	public record Row(int depth, boolean leaf, boolean withheld, Line line) {
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
