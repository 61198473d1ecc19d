package org.pingyi.intake.hotline;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Tells the office which cases wait to be checked. */
@Component
class HotlineTasks implements TaskSource {

	private final HotlineCases cases;

	private final Cycles cycles;

	HotlineTasks(HotlineCases cases, Cycles cycles) {
		this.cases = cases;
		this.cycles = cycles;
	}

	@Override
	public List<Task> tasks() {
		return Actor.hasRole("OFFICE") ? this.cycles.chosen(null)
			.filter((cycle) -> !cycle.phase().reached(Phase.NOTICED))
			.map(this::waiting)
			.stream()
			.toList() : List.of();
	}

	private Task waiting(Cycle cycle) {
		long count = this.cases.search(cycle.id(), new CaseFilter(HotlineCase.State.NEW, null), PageRequest.of(0, 1))
			.getTotalElements();
		return new Task("hotline.task.new", count, "/desk/hotline?state=NEW&cycle=" + cycle.code());
	}

}
