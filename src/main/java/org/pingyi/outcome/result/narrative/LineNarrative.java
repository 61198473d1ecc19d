package org.pingyi.outcome.result.narrative;

import java.util.List;

import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;

/** Tells which lines of a unit do not count as the method means them to. */
record LineNarrative(Messages words, Explanation facts) {

	void tell(List<String> sentences) {
		List<String> few = this.facts.provisional().stream().map(this::name).toList();
		if (!few.isEmpty()) {
			sentences.add(this.words.say("result.told.provisional", this.words.list(few)));
		}
		this.facts.absent().stream().filter(LineNarrative::isTold).map(this::absent).forEach(sentences::add);
	}

	/** That bonuses are not open to a unit is no news about its score. */
	private static boolean isTold(Line line) {
		return line.missing() != Node.Missing.ZERO || line.state() == Line.State.MISSING;
	}

	private String absent(Line line) {
		return this.words.say("result.told.absent", name(line), this.words.say("scoring.state." + line.state()),
				this.words.say("scoring.missing." + line.missing()));
	}

	private String name(Line line) {
		return this.words.quoted(this.words.in(line.name()));
	}

}
