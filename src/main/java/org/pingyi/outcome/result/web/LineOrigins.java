package org.pingyi.outcome.result.web;

import java.util.Map;
import java.util.stream.Collectors;

import org.pingyi.intake.adjustment.AdjustmentOrigin;
import org.pingyi.intake.adjustment.AdjustmentOrigins;
import org.pingyi.outcome.result.Card;

import org.springframework.stereotype.Component;

/**
 * Finds the adjustments behind the events of a scorecard, as far as the reader may see.
 */
@Component
class LineOrigins {

	private final AdjustmentOrigins adjustments;

	LineOrigins(AdjustmentOrigins adjustments) {
		this.adjustments = adjustments;
	}

	/** Origins by the ids of the events; runs of early years have none. */
	Map<String, AdjustmentOrigin> of(Card card) {
		return this.adjustments
			.of(card.rows()
				.stream()
				.map((row) -> row.line().event())
				.filter((event) -> !event.isEmpty())
				.map(Long::valueOf)
				.collect(Collectors.toSet()))
			.values()
			.stream()
			.collect(Collectors.toMap((origin) -> Long.toString(origin.adjustment()), (origin) -> origin));
	}

}
