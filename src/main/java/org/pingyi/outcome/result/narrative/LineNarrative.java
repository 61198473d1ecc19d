package org.pingyi.outcome.result.narrative;

import java.util.List;

import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;

/** Says which lines of a unit do not count as the method means them to. */
record LineNarrative(Messages messages, Explanation facts) {

	void narrate(List<String> sentences) {
		if (this.facts.place() == Explanation.Place.NO_DATA) {
			sentences.add(this.messages.say("result.narrative.lacking",
					this.messages.list(this.facts.absent().stream().map(this::name).toList())));
			return;
		}
		List<String> few = this.facts.provisional().stream().map(this::name).toList();
		if (!few.isEmpty()) {
			sentences.add(this.messages.say("result.narrative.provisional", this.messages.list(few)));
		}
		this.facts.absent().stream().filter(LineNarrative::isWorthSaying).map(this::absent).forEach(sentences::add);
	}

	/** That bonuses are not open to a unit is no news about its score. */
	private static boolean isWorthSaying(Line line) {
		return line.missing() != Node.Missing.ZERO || line.state() == Line.State.MISSING;
	}

	private String absent(Line line) {
		return this.messages.say("result.narrative.absent", name(line),
				this.messages.say("scoring.state." + line.state()),
				this.messages.say("scoring.missing." + line.missing()));
	}

	private String name(Line line) {
		return this.messages.quoted(this.messages.in(line.name()));
	}

}
