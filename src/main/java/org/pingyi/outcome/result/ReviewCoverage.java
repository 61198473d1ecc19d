package org.pingyi.outcome.result;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;

/**
 * Finds units whose score rests on inspections and other figures alone, because nobody's
 * review of them counted.
 */
final class ReviewCoverage {

	/** Codes of the nodes that count what people said. */
	private final Set<String> reviews;

	ReviewCoverage(Rules rules) {
		this.reviews = rules.nodes()
			.filter((node) -> node instanceof Poll poll && isReview(rules, poll))
			.map(Node::head)
			.map(Node.Head::code)
			.collect(Collectors.toSet());
	}

	private static boolean isReview(Rules rules, Poll poll) {
		return rules.channel(poll.sample().channel()).orElseThrow().door() != Door.INSPECTION;
	}

	/** Whether a unit was to be reviewed, and none of it counted. */
	boolean isMissing(Scorecard card) {
		List<Line.Indented> lines = card.total()
			.indented()
			.filter((placed) -> this.reviews.contains(placed.line().node()))
			.toList();
		return !lines.isEmpty() && lines.stream().noneMatch(ReviewCoverage::counts);
	}

	/** A mean of the group that stands in for a review is none. */
	private static boolean counts(Line.Indented placed) {
		return placed.counts() && placed.line().missing() == null;
	}

}
