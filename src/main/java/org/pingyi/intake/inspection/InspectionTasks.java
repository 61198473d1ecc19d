package org.pingyi.intake.inspection;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;

import org.springframework.stereotype.Component;

/** Tells liaisons how many findings about their unit wait for an answer. */
@Component
class InspectionTasks implements TaskSource {

	private final Findings findings;

	InspectionTasks(Findings findings) {
		this.findings = findings;
	}

	@Override
	public List<Task> tasks() {
		long waiting = Actor.hasRole("LIAISON") ? this.findings.unanswered() : 0;
		return (waiting > 0) ? List.of(new Task("inspection.task.findings", waiting, "/unit/findings")) : List.of();
	}

}
