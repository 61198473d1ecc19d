package org.pingyi.outcome.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Rules;

/** How many ballots of a run did not count as one each, by unit, channel and class. */
final class TreatedCounts {

	private final Map<String, Map<Forms, Long>> units = new HashMap<>();

	private record Forms(String channel, String raterClass) {
	}

	TreatedCounts(Rules rules, Inputs inputs) {
		Set<Inputs.Apart> apart = new HashSet<>(inputs.apart());
		for (Inputs.Tally bar : inputs.tallies()) {
			boolean signed = bar.item() == 0 && bar.signals() != 0;
			if (signed && (apart.contains(new Inputs.Apart(bar.unit(), bar.channel(), bar.signals()))
					|| isTreated(rules, bar))) {
				this.units.computeIfAbsent(bar.unit(), (unit) -> new HashMap<>())
					.merge(new Forms(bar.channel(), bar.raterClass()), bar.count(), Long::sum);
			}
		}
	}

	private static boolean isTreated(Rules rules, Inputs.Tally bar) {
		return rules.channel(bar.channel()).flatMap((channel) -> channel.treatment(bar.signals())).isPresent();
	}

	/** Those of a channel about a unit; of all classes when none is named. */
	long of(String unit, String channel, List<String> raterClasses) {
		return this.units.getOrDefault(unit, Map.of())
			.entrySet()
			.stream()
			.filter((forms) -> forms.getKey().channel().equals(channel)
					&& (raterClasses.isEmpty() || raterClasses.contains(forms.getKey().raterClass())))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/**
	 * Whether some were treated, but fewer than may be shown.
	 * @param fewest by the code of the channel
	 */
	boolean isFew(String unit, ToLongFunction<String> fewest) {
		return this.units.getOrDefault(unit, Map.of())
			.keySet()
			.stream()
			.map(Forms::channel)
			.distinct()
			.anyMatch((channel) -> of(unit, channel, List.of()) < fewest.applyAsLong(channel));
	}

}
