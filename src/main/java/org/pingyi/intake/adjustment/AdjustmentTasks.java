package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Optional;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Tells the office which proposals wait for whoever is signed in. */
@Component
class AdjustmentTasks implements TaskSource {

	private final Adjustments adjustments;

	private final Cycles cycles;

	AdjustmentTasks(Adjustments adjustments, Cycles cycles) {
		this.adjustments = adjustments;
		this.cycles = cycles;
	}

	@Override
	public List<Task> tasks() {
		Optional<Cycle> cycle = Actor.hasRole("OFFICE") ? this.cycles.chosen(null).filter(this.adjustments::taking)
				: Optional.empty();
		return cycle.map(this::waiting).stream().toList();
	}

	private Task waiting(Cycle cycle) {
		long count = this.adjustments.waiting(cycle.id(), PageRequest.of(0, 1)).getTotalElements();
		return new Task("adjustment.task.waiting", count, "/desk/adjustments?cycle=" + cycle.code());
	}

}
