package org.pingyi.outcome.result;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;

/** Reminds the office of years to count and of objections to decide. */
@Component
class ResultTasks implements TaskSource {

	private final Cycles cycles;

	private final ObjectionRepository objections;

	ResultTasks(Cycles cycles, ObjectionRepository objections) {
		this.cycles = cycles;
		this.objections = objections;
	}

	@Override
	public List<Task> tasks() {
		return Actor.hasRole("OFFICE")
				? this.cycles.all().stream().map(this::task).filter((task) -> task.count() > 0).toList() : List.of();
	}

	private Task task(Cycle cycle) {
		if (cycle.phase() == Phase.CLOSED) {
			return new Task("result.task.count", 1, "/desk/results?cycle=" + cycle.code());
		}
		long open = (cycle.phase() == Phase.NOTICED) ? this.objections.countOpen(cycle.id()) : 0;
		return new Task("result.task.objections", open, "/desk/objections?cycle=" + cycle.code());
	}

}
