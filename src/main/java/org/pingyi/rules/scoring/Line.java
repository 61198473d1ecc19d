package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link Scorecard} (得分明细): a node of the tree as it came out for a unit.
 * The points of the leaves add up to the score; the points of a line with parts are the
 * sum of the points of its parts.
 *
 * @param node code of the node
 * @param name its name
 * @param clause where the method says so, or ""
 * @param rule the node's kind, as the message key after {@code scoring.rule.}
 * @param state whether it counted, and if not, why
 * @param missing what stood in for it when it did not count, as the message key after
 * {@code scoring.missing.}, or null
 * @param issued forms handed out, or null where that is not known or makes no sense
 * @param valid valid ballots, or null
 * @param rated answers with a value, or null
 * @param value what the node came to on its own scale, or null when nothing could be
 * computed
 * @param weight the points of the score that a full value earns, after shared-out weights
 * came in, or null where the value is added as it is
 * @param points what it contributes to the score
 * @param arithmetic the calculation in figures, without words: {@code 3×100+1×80=380;
 * 380÷4=95}
 * @param parts the lines below it, in the tree's order
 */
public record Line(String node, Text name, String clause, String rule, State state, Node.@Nullable Missing missing,
		@Nullable Long issued, @Nullable Long valid, @Nullable Long rated, @Nullable BigDecimal value,
		@Nullable BigDecimal weight, BigDecimal points, String arithmetic, List<Line> parts) {

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

}
