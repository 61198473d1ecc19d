package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How the ballots of a channel count by their signals, as whole numbers of a small part
 * of a ballot, so that weights stay exact without a decimal for each answer.
 */
final class SignalTreatments {

	/** Every ballot counts. */
	static final SignalTreatments NONE = new SignalTreatments(List.of());

	private final List<Treatment> treatments;

	/** A part is a whole ballot, a tenth of one, a hundredth, ... */
	private final int places;

	SignalTreatments(List<Treatment> treatments) {
		this.treatments = treatments.stream()
			.filter((treatment) -> treatment.effect() != Treatment.Effect.COUNT)
			.sorted(Comparator.comparing(Treatment::share))
			.toList();
		this.places = this.treatments.stream().mapToInt((treatment) -> places(treatment.share())).max().orElse(0);
	}

	private static int places(BigDecimal share) {
		return Exact.plain(share).scale();
	}

	/** The strictest treatment of ballots with these signals; the first of equal ones. */
	Optional<Treatment> of(int signals) {
		return (signals == 0) ? Optional.empty()
				: this.treatments.stream().filter((treatment) -> treatment.signal().in(signals)).findFirst();
	}

	/** As how many parts a ballot counts; 0 sets it apart. */
	long parts(@Nullable Treatment treatment) {
		BigDecimal share = (treatment != null) ? treatment.share() : BigDecimal.ONE;
		return share.movePointRight(this.places).longValueExact();
	}

	/**
	 * Its place among the treatments, from the strictest; what people did comes first.
	 */
	int rank(@Nullable Treatment treatment) {
		return (treatment != null) ? this.treatments.indexOf(treatment) : -1;
	}

	/** Decimals of a ballot that weighs least. */
	int places() {
		return this.places;
	}

}
