package org.pingyi.rules.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The lines of a scorecard that count ballots, with what they were counted from. */
final class BallotLines {

	private final Scorecard card;

	private final Candidate candidate;

	BallotLines(Rules rules, Inputs inputs, Scorecard card) {
		this.card = card;
		this.candidate = Candidate.of(rules, UnitInputs.of(rules, inputs.about(card.unit())).getFirst());
	}

	UnitInputs unitInputs() {
		return this.candidate.unitInputs();
	}

	List<TreatedBallots> treated() {
		List<TreatedBallots> all = new ArrayList<>();
		each((poll, line) -> {
			Poll.Sample sample = poll.sample();
			all.addAll(unitInputs().ballots(sample.channel()).treated(line.node(), sample.raterClasses()));
		});
		return List.copyOf(all);
	}

	/** Visits the lines in the order of the scorecard. */
	void each(BiConsumer<Poll, Line> visitor) {
		walk(this.card.total(), visitor);
	}

	private void walk(Line line, BiConsumer<Poll, Line> visitor) {
		if (this.candidate.node(line.node()).orElse(null) instanceof Poll poll) {
			visitor.accept(poll, line);
		}
		else {
			line.parts().forEach((part) -> walk(part, visitor));
		}
	}

}
