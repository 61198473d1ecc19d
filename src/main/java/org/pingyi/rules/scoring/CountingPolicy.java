package org.pingyi.rules.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which ballots count as what: by the rules, and by what two persons excluded. */
final class CountingPolicy {

	private final Map<String, SignalTreatments> channels = new HashMap<>();

	private final Set<Inputs.Exclusion> exclusions;

	CountingPolicy(Rules rules, Inputs inputs) {
		rules.channels()
			.stream()
			.filter(Channel::treats)
			.forEach((channel) -> this.channels.put(channel.code(), new SignalTreatments(channel.treatments())));
		this.exclusions = Set.copyOf(inputs.apart());
	}

	SignalTreatments of(String channel) {
		return this.channels.getOrDefault(channel, SignalTreatments.NONE);
	}

	boolean excludes(Inputs.Tally tally) {
		return !this.exclusions.isEmpty()
				&& this.exclusions.contains(new Inputs.Exclusion(tally.unit(), tally.channel(), tally.signals()));
	}

	/** Whether a bar does not count as one ballot each. */
	boolean treats(Inputs.Tally tally) {
		return of(tally.channel()).of(tally.signals()).isPresent() || excludes(tally);
	}

}
