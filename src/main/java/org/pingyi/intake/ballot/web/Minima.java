package org.pingyi.intake.ballot.web;

import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;

/** How many ballots the scheme asks for at least, by channel. */
final class Minima {

	private Minima() {
	}

	static Map<String, Long> of(Rules rules, Participant unit) {
		return rules.tree(unit.group(), unit.traits())
			.stream()
			.flatMap((tree) -> tree.root().all())
			.filter(Poll.class::isInstance)
			.map(Poll.class::cast)
			.map(Poll::sample)
			.collect(Collectors.toMap(Poll.Sample::channel, Poll.Sample::minimum, Math::max));
	}

}
