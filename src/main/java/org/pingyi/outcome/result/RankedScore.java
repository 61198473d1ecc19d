package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Standing;
import org.pingyi.rules.scoring.Text;

/**
 * A unit's score as the ranking shows it, without the lines of its scorecard.
 *
 * @param scored whether there was enough to count for a score
 * @param unreviewed whether it is ranked though nobody's review of it counted
 * @param alike its score if every ballot counted alike, or null where every one does
 * @param alikeWithheld whether that would tell what few people said
 */
record RankedScore(Standing standing, boolean scored, boolean unreviewed, @Nullable BigDecimal alike,
		boolean alikeWithheld, List<Part> parts) {

	/** The rule of the line that holds what rounding left over. */
	private static final String ROUNDING = "rounding";

	/**
	 * A part of a score.
	 *
	 * @param points what it contributes, or null where it has no data
	 */
	record Part(String node, Text name, @Nullable BigDecimal points) {
	}

	static RankedScore of(Rules rules, Score score) {
		Scorecard card = score.card();
		boolean unreviewed = card.rank() != null && new ReviewCoverage(rules).isMissing(card);
		return new RankedScore(card.standing(), card.hasScore(), unreviewed, score.alike(), score.alikeWithheld(),
				parts(rules, card));
	}

	private static List<Part> parts(Rules rules, Scorecard card) {
		Set<String> counted = card.total()
			.indented()
			.filter(Line.Indented::counts)
			.map((placed) -> placed.line().node())
			.collect(Collectors.toSet());
		return lines(rules, card)
			.map((line) -> new Part(line.node(), line.name(), counted.contains(line.node()) ? line.points() : null))
			.toList();
	}

	private static Stream<Line> lines(Rules rules, Scorecard card) {
		List<Line> parts = card.total().parts();
		Set<String> loneSums = loneSums(rules);
		return parts.isEmpty() ? Stream.of(card.total())
				: parts.stream()
					.flatMap((part) -> loneSums.contains(part.node()) ? part.parts().stream() : Stream.of(part))
					.filter((part) -> !ROUNDING.equals(part.rule()));
	}

	/** A sum that stands alone among bonuses and deductions says little by itself. */
	private static Set<String> loneSums(Rules rules) {
		return rules.trees()
			.stream()
			.map((tree) -> tree.root().children().stream().filter((child) -> !child.children().isEmpty()).toList())
			.filter((sums) -> sums.size() == 1)
			.map(List::getFirst)
			.map(Node::head)
			.map(Node.Head::code)
			.collect(Collectors.toSet());
	}

	/** Its score if every ballot counted alike, as far as a reader may see it. */
	@Nullable AlikeScore alike(boolean discreet) {
		return AlikeScore.of(this.scored ? this.alike : null, discreet && this.alikeWithheld);
	}

}
