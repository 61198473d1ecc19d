package org.pingyi.verify.rules;

import java.util.Comparator;
import java.util.List;

/** How much of a ballot counts: 1, less for some signals, 0 for one that is excluded. */
final class Treatment {

	/** By their bits in a ballot's signals, from the lowest. */
	private static final List<String> SIGNALS = List.of("OWN_NETWORK", "BURST", "TOO_FAST", "ALL_ALIKE", "SAME_DEVICE",
			"NUMBER_SEGMENT");

	private Treatment() {
	}

	/** The strictest of what the rules say about the signals. */
	static Rational of(Form form, long signals) {
		return form.treatments()
			.stream()
			.filter((treatment) -> raised(treatment, signals))
			.map(Treatment::weight)
			.min(Comparator.naturalOrder())
			.orElse(Rational.ONE);
	}

	private static boolean raised(Document treatment, long signals) {
		int bit = SIGNALS.indexOf(treatment.text("signal"));
		if (bit < 0) {
			throw treatment.unreadable("signal");
		}
		return (signals >> bit & 1) == 1;
	}

	private static Rational weight(Document treatment) {
		return switch (treatment.text("effect")) {
			case "COUNT" -> Rational.ONE;
			case "WEIGH_LESS" -> treatment.required("weight");
			case "SET_APART" -> Rational.ZERO;
			default -> throw treatment.unreadable("effect");
		};
	}

}
