package org.pingyi.rules.scheme.comparison;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Text;

/**
 * What differs between two contents of a scheme. Things are matched by their codes, trees
 * by their names, nodes by their codes inside a tree wherever they stand, and what has no
 * code by its order. Figures are compared by value: 5 and 5.0 are the same.
 *
 * @param changes in the order of the later content; of each list first what stayed, was
 * added or moved, then what was removed
 */
public record SchemeComparison(List<Change> changes) {

	/** The property under which it is told what a node brings to the total. */
	public static final String PORTION = "portion";

	/** Compares an earlier content with a later one; neither needs to be sound. */
	public static SchemeComparison of(Rules before, Rules after) {
		ComparisonNotes notes = new ComparisonNotes();
		new RecordComparison(notes).compare(ComparisonPlace.TOP, before, after);
		return new SchemeComparison(notes.changes());
	}

	/** Whether the two say the same. */
	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/** What happened to something. */
	public enum Kind {

		/** Only the later content has it; there is no {@code before}. */
		ADDED,
		/** Only the earlier content has it; there is no {@code after}. */
		REMOVED,
		/** It says something else. */
		CHANGED,
		/**
		 * It stands elsewhere: values are the places in its list, counted from 1, or the
		 * names of the nodes that it was and is a part of.
		 */
		MOVED

	}

	/**
	 * One difference.
	 *
	 * @param place path in the later document, in the earlier one for what was removed:
	 * {@code trees[2].root.parts[0].weight}
	 * @param trail what it is, from the section inwards; empty for the scheme's own
	 * properties
	 * @param record simple name of the record that has the property: {@code Weighted}
	 * @param property name of the property, or of the list for what was added to, removed
	 * from or moved in one
	 * @param before the value in the earlier content: a scalar, a {@link Text}, or a
	 * record of {@code scoring}
	 * @param after the value in the later content
	 * @param portion what the node brings to the total, where its weight changed
	 */
	public record Change(Kind kind, String place, List<Step> trail, String record, String property,
			@Nullable Object before, @Nullable Object after, @Nullable Portion portion) {

		/** The property of the document under which it stands: {@code trees}. */
		public String section() {
			return this.place.split("[.\\[]", 2)[0];
		}

	}

	/**
	 * A step on the way to something.
	 *
	 * @param record simple name of the record that has the property
	 * @param property the property that leads on
	 * @param name what people call the thing there, or null where it has no name
	 * @param number its position in a list, counted from 1; 0 outside lists
	 */
	public record Step(String record, String property, @Nullable Text name, int number) {
	}

	/**
	 * The most that a node brings to the total, in points.
	 *
	 * @param before in the earlier content, or null where it is added as it is
	 * @param after in the later content, or null
	 */
	public record Portion(@Nullable BigDecimal before, @Nullable BigDecimal after) {
	}

}
