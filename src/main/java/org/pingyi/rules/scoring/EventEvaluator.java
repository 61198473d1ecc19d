package org.pingyi.rules.scoring;

import java.util.List;

import org.pingyi.rules.scoring.Evaluated.Part;

/** Counts events; each is a line. */
final class EventEvaluator {

	private EventEvaluator() {
	}

	static Evaluated reckon(AdjustmentValues tariff, Source.EventCount node, UnitInputs dossier) {
		List<Part> events = dossier.events()
			.stream()
			.filter((event) -> node.rules().contains(event.rule()))
			.map((event) -> Part.asItIs(event(tariff, node, event)))
			.toList();
		Exact sum = events.stream()
			.map((event) -> Exact.of(event.reckoned().shownValue()))
			.reduce(Exact.ZERO, Exact::plus);
		return Evaluated.counted(node, sum, () -> terms(events)).with(events);
	}

	private static String terms(List<Part> events) {
		StringBuilder terms = new StringBuilder();
		events.forEach((event) -> Arithmetic.addTerm(terms, event.reckoned().shownValue()));
		return terms.toString();
	}

	private static Evaluated event(AdjustmentValues tariff, Source.EventCount node, Inputs.Event event) {
		Exact count = node.attributed() ? Exact.of(tariff.factor(event)) : Exact.ONE;
		return Evaluated.counted(tariff.label(event), count, () -> "");
	}

}
