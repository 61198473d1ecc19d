package org.pingyi.rules.scoring;

import java.util.List;

import org.pingyi.rules.scoring.Evaluated.Part;

/** Counts events; each is a line. */
final class EventEvaluator {

	private EventEvaluator() {
	}

	static Evaluated evaluate(AdjustmentValues adjustmentValues, Source.EventCount node, UnitInputs unitInputs) {
		List<Part> events = unitInputs.events()
			.stream()
			.filter((event) -> node.rules().contains(event.rule()))
			.map((event) -> Part.asItIs(event(adjustmentValues, node, event)))
			.toList();
		Exact sum = events.stream()
			.map((event) -> Exact.of(event.evaluated().shownValue()))
			.reduce(Exact.ZERO, Exact::plus);
		return Evaluated.counted(node, sum, () -> terms(events)).with(events);
	}

	private static String terms(List<Part> events) {
		StringBuilder terms = new StringBuilder();
		events.forEach((event) -> Arithmetic.addTerm(terms, event.evaluated().shownValue()));
		return terms.toString();
	}

	private static Evaluated event(AdjustmentValues adjustmentValues, Source.EventCount node, Inputs.Event event) {
		Exact count = node.attributed() ? Exact.of(adjustmentValues.factor(event)) : Exact.ONE;
		return Evaluated.counted(adjustmentValues.label(event), count, () -> "");
	}

}
