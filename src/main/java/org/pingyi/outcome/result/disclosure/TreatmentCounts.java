package org.pingyi.outcome.result.disclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Treatment;

/**
 * How many ballots of a run did not count as one each. Beside the tallies of all ballots
 * a figure tells what those of each weight said, so they have to be many.
 */
final class TreatmentCounts {

	private final Map<String, Map<Forms, Long>> units = new HashMap<>();

	/**
	 * Ballots that weigh the same.
	 *
	 * @param share as how much of a ballot each one counts, 0 where they are excluded
	 */
	private record Forms(String channel, String raterClass, BigDecimal share) {
	}

	TreatmentCounts(Rules rules, Inputs inputs) {
		Set<Inputs.Exclusion> apart = new HashSet<>(inputs.apart());
		inputs.tallies().stream().filter((bar) -> bar.item() == 0 && bar.signals() != 0).forEach((bar) -> {
			if (apart.contains(new Inputs.Exclusion(bar.unit(), bar.channel(), bar.signals()))) {
				add(bar, BigDecimal.ZERO);
			}
			else {
				treatment(rules, bar).ifPresent((treatment) -> add(bar, treatment.share().stripTrailingZeros()));
			}
		});
	}

	private static Optional<Treatment> treatment(Rules rules, Inputs.Tally bar) {
		Optional<Channel> channel = rules.channel(bar.channel());
		return channel.flatMap((known) -> known.treatment(bar.signals()));
	}

	private void add(Inputs.Tally bar, BigDecimal share) {
		this.units.computeIfAbsent(bar.unit(), (unit) -> new HashMap<>())
			.merge(new Forms(bar.channel(), bar.raterClass(), share), bar.count(), Long::sum);
	}

	/**
	 * Whether some of a channel weigh the same, but fewer than may be shown.
	 * @param raterClasses the classes that are meant; all when none is named
	 */
	boolean isFew(String unit, String channel, List<String> raterClasses, long fewest) {
		Map<BigDecimal, Long> counts = new HashMap<>();
		this.units.getOrDefault(unit, Map.of()).forEach((forms, count) -> {
			if (forms.channel().equals(channel)
					&& (raterClasses.isEmpty() || raterClasses.contains(forms.raterClass()))) {
				counts.merge(forms.share(), count, Long::sum);
			}
		});
		return counts.values().stream().anyMatch((count) -> count < fewest);
	}

	/**
	 * The same for any channel.
	 * @param fewest by the code of the channel
	 */
	boolean isFew(String unit, ToLongFunction<String> fewest) {
		return this.units.getOrDefault(unit, Map.of())
			.keySet()
			.stream()
			.map(Forms::channel)
			.distinct()
			.anyMatch((channel) -> isFew(unit, channel, List.of(), fewest.applyAsLong(channel)));
	}

}
