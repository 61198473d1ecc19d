package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link Scorecard} (得分明细): a node of the tree as it came out for a unit.
 * The points of the leaves add up to the score; the points of a line with parts are the
 * sum of the points of its parts.
 *
 * @param node code of the node; of an event's line, code of its rule
 * @param event id of the event whose line it is, or "" where it is none's or the event
 * has none
 * @param name its name
 * @param clause where the method says so, or ""
 * @param rule the node's kind, as the message key after {@code scoring.rule.}
 * @param state whether it counted, and if not, why
 * @param missing what stood in for it when it did not count, as the message key after
 * {@code scoring.missing.}, or null
 * @param counts what it counts of ballots
 * @param value what the node came to on its own scale, or null when nothing could be
 * computed
 * @param weight the points of the score that a full value earns, after shared-out weights
 * came in, or null where the value is added as it is
 * @param points what it contributes to the score
 * @param arithmetic the calculation in figures, without words: {@code 3×100+1×80=380;
 * 380÷4=95}
 * @param parts the lines below it, in the tree's order
 */
public record Line(String node, String event, Text name, String clause, String rule, State state,
		Node.@Nullable Missing missing, Counts counts, @Nullable BigDecimal value, @Nullable BigDecimal weight,
		BigDecimal points, String arithmetic, List<Line> parts) {

	/** What became of a node. */
	public enum State {

		/** It counted as written. */
		COUNTED,
		/** It counted, on fewer ballots than the rules ask for. */
		PROVISIONAL,
		/** The unit is outside its traits, so the missing rule took over. */
		NOT_APPLICABLE,
		/** Too few ballots or no figure, so the missing rule took over. */
		MISSING,
		/** An event whose document counted already, at a higher level. */
		SUPERSEDED

	}

	/**
	 * A line in its place.
	 *
	 * @param depth how far below the first line it stands, from 0
	 * @param counts whether it contributes: neither it nor a line above it is without a
	 * value and a stand-in
	 */
	public record Indented(int depth, Line line, boolean counts) {
	}

	/**
	 * What names the line in its scorecard: the code of the node, and for an event with
	 * an id {@code code#id}, so that two events of one rule are two. Where a tree uses an
	 * event twice, both lines have the same key.
	 */
	public String key() {
		return this.event.isEmpty() ? this.node : this.node + "#" + this.event;
	}

	/** Itself and all lines below it, in the tree's order. */
	public Stream<Line> all() {
		return indented().map(Indented::line);
	}

	/** The same with how deep each stands. */
	public Stream<Indented> indented() {
		List<Indented> lines = new ArrayList<>();
		addTo(lines, 0, true);
		return lines.stream();
	}

	private void addTo(List<Indented> lines, int depth, boolean above) {
		boolean counts = above && contributes();
		lines.add(new Indented(depth, this, counts));
		this.parts.forEach((part) -> part.addTo(lines, depth + 1, counts));
	}

	/** Whether it has a value or something stood in for it; 0 points may be either. */
	private boolean contributes() {
		return this.value != null || this.missing == null;
	}

	/** The same without its counts and its calculation. */
	public Line withoutFigures() {
		return new Line(this.node, this.event, this.name, this.clause, this.rule, this.state, this.missing, Counts.NONE,
				this.value, this.weight, this.points, "", this.parts);
	}

}
