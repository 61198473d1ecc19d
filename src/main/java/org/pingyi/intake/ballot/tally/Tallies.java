package org.pingyi.intake.ballot.tally;

import java.util.List;

import org.springframework.stereotype.Component;

/** Reads what was counted of sealed ballots; who may see it is decided above. */
@Component
public class Tallies {

	private final TallyRepository repository;

	Tallies(TallyRepository repository) {
		this.repository = repository;
	}

	/** The histograms of a cycle. */
	public List<Tally> of(long cycle) {
		return this.repository.ofCycle(cycle);
	}

	/** Sealed ballots by channel, unit and rater class, in that order. */
	public List<Participation> participation(long cycle) {
		return this.repository.participation(cycle);
	}

	/** Sealed ballots by channel, unit and signals. */
	public List<SignalCount> signals(long cycle) {
		return this.repository.signals(cycle);
	}

}
