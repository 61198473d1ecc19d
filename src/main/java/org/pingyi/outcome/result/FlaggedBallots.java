package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pingyi.outcome.result.disclosure.Disclosure;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.TreatedBallots;
import org.pingyi.rules.scoring.Treatment;

/** Says which ballots a line did not count as one each, and which clause says so. */
final class FlaggedBallots {

	private final Map<String, Channel> channels = new HashMap<>();

	private final Map<String, List<TreatedBallots>> lines = new HashMap<>();

	private final boolean discreet;

	/**
	 * @param discreet whether numbers below what may be shown are left out
	 */
	FlaggedBallots(Rules rules, List<TreatedBallots> treated, boolean discreet) {
		this.discreet = discreet;
		rules.nodes().forEach((node) -> remember(rules, node));
		treated.forEach((each) -> this.lines.computeIfAbsent(each.node(), (node) -> new ArrayList<>()).add(each));
	}

	private void remember(Rules rules, Node node) {
		if (node instanceof Poll poll) {
			this.channels.put(node.head().code(), rules.channel(poll.sample().channel()).orElseThrow());
		}
	}

	List<Card.Flagged> of(Line line) {
		Channel channel = this.channels.get(line.node());
		return (channel == null) ? List.of()
				: this.lines.getOrDefault(line.node(), List.of()).stream().map((one) -> flagged(channel, one)).toList();
	}

	private Card.Flagged flagged(Channel channel, TreatedBallots treated) {
		Treatment treatment = treated.treatment();
		String clause = (treatment == null) ? "" : treatment.clause().isEmpty() ? channel.clause() : treatment.clause();
		boolean shown = !this.discreet || treated.ballots() >= Disclosure.CITIZENS;
		return new Card.Flagged(treatment, clause, shown ? treated.ballots() : null);
	}

}
