package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scoring.Text;

/**
 * The ranking of a year by groups (排名).
 *
 * @param cycle the year
 * @param run the run it comes from
 * @param groups in the order of the rules
 */
public record Standings(Cycle cycle, Run run, List<Group> groups) {

	/**
	 * The units ranked together.
	 *
	 * @param columns the parts that a score is made of
	 * @param rows by rank
	 * @param unreviewed names of units that are ranked though nobody's review of them
	 * counted
	 */
	public record Group(String code, String name, List<Column> columns, List<Row> rows, List<String> unreviewed) {

		/** Those that are ranked, or would be if there was something to count. */
		public List<Row> together() {
			return this.rows.stream().filter((row) -> !row.apart()).toList();
		}

		/** Whether some ballots do not count as one each. */
		public boolean treats() {
			return this.rows.stream().anyMatch((row) -> row.alike() != null);
		}

		/** Those that are measured but not ranked. */
		public List<Row> apart() {
			return this.rows.stream().filter(Row::apart).toList();
		}

	}

	/** A part of the scores, by the code of its node. */
	public record Column(String node, Text name) {
	}

	/**
	 * A unit in the ranking.
	 *
	 * @param rank its place, or null when it is not ranked or nothing could be counted
	 * @param apart whether it is measured but not ranked, and listed apart
	 * @param scored whether there was enough to count for a score
	 * @param unit code of the unit
	 * @param grade its grade, or null when the rules name none
	 * @param marks names of what else followed
	 * @param alike its score if every ballot counted alike, or null where every one does
	 * @param score its score; 0 when there is none
	 * @param points what each part contributes, by the code of its node; parts without
	 * data are left out
	 */
	public record Row(@Nullable Integer rank, boolean apart, boolean scored, String unit, String name, String shortName,
			BigDecimal score, @Nullable AlikeScore alike, @Nullable GradeMark grade, List<Text> marks,
			Map<String, BigDecimal> points) {
	}

	/** Whether some ballots do not count as one each. */
	public boolean treats() {
		return this.groups.stream().anyMatch(Group::treats);
	}

	/** Every column of any group, once. */
	public List<Column> columns() {
		return once(this.groups.stream().flatMap((group) -> group.columns().stream()));
	}

	/** The first column of each code. */
	static List<Column> once(Stream<Column> columns) {
		Map<String, Column> first = new LinkedHashMap<>();
		columns.forEach((column) -> first.putIfAbsent(column.node(), column));
		return List.copyOf(first.values());
	}

}
