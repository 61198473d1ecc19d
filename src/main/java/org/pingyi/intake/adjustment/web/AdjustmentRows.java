package org.pingyi.intake.adjustment.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.BonusNotices;
import org.pingyi.intake.adjustment.Rulebook;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.stereotype.Component;

/** Puts the names of units and rules beside adjustments. */
@Component
class AdjustmentRows {

	private final Adjustments adjustments;

	private final BonusNotices notices;

	private final Cycles cycles;

	AdjustmentRows(Adjustments adjustments, BonusNotices notices, Cycles cycles) {
		this.adjustments = adjustments;
		this.notices = notices;
		this.cycles = cycles;
	}

	Function<Adjustment, AdjustmentRow> namer(long cycle) {
		Rulebook rulebook = this.adjustments.rulebook(cycle);
		Map<Long, Participant> units = this.cycles.participants(cycle)
			.stream()
			.collect(Collectors.toMap(Participant::unit, Function.identity()));
		return (adjustment) -> AdjustmentRow.of(adjustment, unit(units, adjustment), rulebook,
				this.notices.daysLeft(adjustment, rulebook));
	}

	List<AdjustmentRow> rows(long cycle, List<Adjustment> adjustments) {
		return adjustments.stream().map(namer(cycle)).toList();
	}

	private static Participant unit(Map<Long, Participant> units, Adjustment adjustment) {
		Participant unit = units.get(adjustment.proposal().unit());
		if (unit == null) {
			throw new IllegalStateException("adjustment " + adjustment.id() + " is about no participant");
		}
		return unit;
	}

}
