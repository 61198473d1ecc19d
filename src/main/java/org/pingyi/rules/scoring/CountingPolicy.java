package org.pingyi.rules.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which ballots count as what: by the rules, and by what two persons set apart. */
final class CountingPolicy {

	private final Map<String, SignalTreatments> channels = new HashMap<>();

	private final Set<Inputs.Apart> apart;

	CountingPolicy(Rules rules, Inputs inputs) {
		rules.channels()
			.stream()
			.filter(Channel::treats)
			.forEach((channel) -> this.channels.put(channel.code(), new SignalTreatments(channel.treatments())));
		this.apart = Set.copyOf(inputs.apart());
	}

	SignalTreatments of(String channel) {
		return this.channels.getOrDefault(channel, SignalTreatments.NONE);
	}

	boolean setsApart(Inputs.Tally tally) {
		return !this.apart.isEmpty()
				&& this.apart.contains(new Inputs.Apart(tally.unit(), tally.channel(), tally.signals()));
	}

	/** Whether a bar does not count as one ballot each. */
	boolean treats(Inputs.Tally tally) {
		return of(tally.channel()).of(tally.signals()).isPresent() || setsApart(tally);
	}

}
