package org.pingyi.intake.ballot.web;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.web.TaskSource;
import org.pingyi.intake.ballot.key.KeyDestructions;
import org.pingyi.intake.ballot.key.KeyState;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;

/** Reminds the office of keys that nobody needs any more. */
@Component
class BallotTasks implements TaskSource {

	private final Cycles cycles;

	private final KeyDestructions destructions;

	BallotTasks(Cycles cycles, KeyDestructions destructions) {
		this.cycles = cycles;
		this.destructions = destructions;
	}

	@Override
	public List<Task> tasks() {
		return Actor.hasRole("OFFICE")
				? this.cycles.all().stream().filter(this::isDispensable).map(BallotTasks::task).toList() : List.of();
	}

	private boolean isDispensable(Cycle cycle) {
		return cycle.phase() == Phase.PUBLISHED && this.destructions.state(cycle) == KeyState.DISPENSABLE;
	}

	private static Task task(Cycle cycle) {
		return new Task("ballot.task.key", 1, "/desk/cycles/" + cycle.code() + "/key");
	}

}
