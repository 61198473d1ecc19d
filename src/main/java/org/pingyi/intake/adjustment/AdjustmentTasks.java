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

	private final BonusNotices notices;

	private final Cycles cycles;

	AdjustmentTasks(Adjustments adjustments, BonusNotices notices, Cycles cycles) {
		this.adjustments = adjustments;
		this.notices = notices;
		this.cycles = cycles;
	}

	@Override
	public List<Task> tasks() {
		Optional<Cycle> cycle = Actor.hasRole("OFFICE") ? this.cycles.chosen(null).filter(this.adjustments::taking)
				: Optional.empty();
		return cycle.map((taking) -> List.of(waiting(taking), onNotice(taking))).orElse(List.of());
	}

	private Task waiting(Cycle cycle) {
		long count = this.adjustments.waiting(cycle.id(), PageRequest.of(0, 1)).getTotalElements();
		return new Task("adjustment.task.waiting", count, "/desk/adjustments?cycle=" + cycle.code());
	}

	/** Whoever closes or counts now leaves these out. */
	private Task onNotice(Cycle cycle) {
		return new Task("adjustment.task.onNotice", this.notices.of(cycle.id()).size(),
				"/desk/adjustments/notices?cycle=" + cycle.code());
	}

}
