package org.pingyi.outcome.result;

import java.util.List;

import org.pingyi.base.web.TaskSource;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reminds the office of years to count and of objections to decide. */
@Component
class ResultTasks implements TaskSource {

	private final Cycles cycles;

	private final Grievances grievances;

	ResultTasks(Cycles cycles, Grievances grievances) {
		this.cycles = cycles;
		this.grievances = grievances;
	}

	@Override
	public List<Task> tasks() {
		return office() ? this.cycles.all().stream().map(this::task).filter((task) -> task.count() > 0).toList()
				: List.of();
	}

	private Task task(Cycle cycle) {
		if (cycle.phase() == Phase.CLOSED) {
			return new Task("result.task.count", 1, "/desk/results?cycle=" + cycle.code());
		}
		long open = (cycle.phase() == Phase.NOTICED)
				? this.grievances.of(cycle.id()).stream().filter(Objection::open).count() : 0;
		return new Task("result.task.objections", open, "/desk/objections?cycle=" + cycle.code());
	}

	private static boolean office() {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		return person != null && person.getAuthorities()
			.stream()
			.anyMatch((authority) -> "ROLE_OFFICE".equals(authority.getAuthority()));
	}

}
