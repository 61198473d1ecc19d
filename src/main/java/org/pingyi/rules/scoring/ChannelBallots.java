package org.pingyi.rules.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The ballots of one channel about one unit, by classes of raters and by what the rules
 * do with them.
 */
final class ChannelBallots {

	static final ChannelBallots NONE = new ChannelBallots(SignalTreatments.NONE);

	private final SignalTreatments treatments;

	/** Those that count as one each, by class. */
	private final Map<String, Histogram> classes = new HashMap<>();

	/** Those that do not count as one each. */
	private final List<Special> special = new ArrayList<>();

	ChannelBallots(SignalTreatments treatments) {
		this.treatments = treatments;
	}

	/**
	 * Ballots of one class under one treatment.
	 *
	 * @param treatment null where two persons excluded them
	 */
	private record Special(String raterClass, @Nullable Treatment treatment, Histogram histogram) {

		boolean isOf(List<String> raterClasses) {
			return raterClasses.isEmpty() || raterClasses.contains(this.raterClass);
		}

	}

	/** Where the bars of a class are counted. */
	Histogram open(String raterClass, int signals) {
		Treatment treatment = this.treatments.of(signals).orElse(null);
		return (treatment != null) ? special(raterClass, treatment, this.treatments.parts(treatment))
				: this.classes.computeIfAbsent(raterClass, (code) -> new Histogram(this.treatments.parts(null)));
	}

	/** Where bars are counted that two persons excluded. */
	Histogram openExcluded(String raterClass) {
		return special(raterClass, null, 0);
	}

	@SuppressWarnings("ReferenceEquality") // treatments are those of the scheme
	private Histogram special(String raterClass, @Nullable Treatment treatment, long parts) {
		return this.special.stream()
			.filter((known) -> known.treatment == treatment && known.raterClass.equals(raterClass))
			.findFirst()
			.orElseGet(() -> {
				this.special.add(new Special(raterClass, treatment, new Histogram(parts)));
				return this.special.getLast();
			})
			.histogram();
	}

	/** The bars of some classes that count; of all when none is named. */
	List<Histogram> of(List<String> raterClasses) {
		List<Histogram> all = new ArrayList<>();
		if (raterClasses.isEmpty()) {
			all.addAll(this.classes.values());
		}
		else {
			raterClasses.stream().distinct().filter(this.classes::containsKey).map(this.classes::get).forEach(all::add);
		}
		this.special.stream()
			.filter((one) -> one.histogram.parts() > 0 && one.isOf(raterClasses))
			.forEach((one) -> all.add(one.histogram));
		return all;
	}

	/** How many ballots of some classes did not count as one each. */
	List<TreatedBallots> treated(String node, List<String> raterClasses) {
		Map<@Nullable Treatment, Long> counts = new LinkedHashMap<>();
		this.special.stream()
			.filter((one) -> one.isOf(raterClasses) && one.histogram.valid() > 0)
			.sorted((one, other) -> Integer.compare(this.treatments.rank(one.treatment),
					this.treatments.rank(other.treatment)))
			.forEach((one) -> counts.merge(one.treatment, one.histogram.valid(), Long::sum));
		return counts.entrySet().stream().map((one) -> new TreatedBallots(node, one.getKey(), one.getValue())).toList();
	}

	/** How many of some classes came in and do not count. */
	long excluded(List<String> raterClasses) {
		return treated("", raterClasses).stream()
			.filter(TreatedBallots::excluded)
			.mapToLong(TreatedBallots::ballots)
			.sum();
	}

	/** A ballot's decimals where some weigh less than one. */
	int places() {
		return this.treatments.places();
	}

}
