package org.pingyi.outcome.feedback;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * Tells the office which answers wait to be checked, and a unit which opinions to answer.
 */
@Component
class RectificationTasks implements TaskSource {

	private static final PageRequest FIRST = PageRequest.of(0, 1);

	private final Rectifications rectifications;

	private final Cycles cycles;

	RectificationTasks(Rectifications rectifications, Cycles cycles) {
		this.rectifications = rectifications;
		this.cycles = cycles;
	}

	@Override
	public List<Task> tasks() {
		return this.cycles.all().stream().flatMap((cycle) -> tasks(cycle).stream()).toList();
	}

	/** Follow-up goes on after publication, so that every year may have tasks. */
	private List<Task> tasks(Cycle cycle) {
		if (Actor.hasRole("OFFICE")) {
			RectificationFilter answered = new RectificationFilter(Rectification.State.ANSWERED, null, false);
			long count = this.rectifications.search(cycle.id(), answered, FIRST).getTotalElements();
			return List.of(new Task("feedback.task.answered", count,
					"/desk/opinions/rectifications?state=ANSWERED&cycle=" + cycle.code()));
		}
		if (Actor.hasRole("LIAISON")) {
			long count = this.rectifications.searchOwn(cycle.id(), Rectification.State.SENT, FIRST).getTotalElements();
			return List.of(new Task("feedback.task.sent", count, "/unit/opinions?cycle=" + cycle.code()));
		}
		return List.of();
	}

}
