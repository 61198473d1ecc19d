package org.pingyi.intake.ballot.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.SecondPerson;
import org.pingyi.base.web.TaskSource;
import org.pingyi.intake.ballot.key.KeyDestruction;
import org.pingyi.intake.ballot.key.KeyDestructions;
import org.pingyi.intake.ballot.key.KeyState;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;

/**
 * Reminds the office of keys that nobody needs any more, and the second person of a
 * proposal to destroy one.
 */
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
				? this.cycles.all().stream().filter(this::isDispensable).flatMap(this::tasks).toList() : List.of();
	}

	private boolean isDispensable(Cycle cycle) {
		return cycle.phase() == Phase.PUBLISHED && this.destructions.state(cycle) == KeyState.DISPENSABLE;
	}

	private Stream<Task> tasks(Cycle cycle) {
		Optional<SecondPerson> open = this.destructions.of(cycle.id())
			.stream()
			.map(KeyDestruction::decision)
			.filter(SecondPerson::open)
			.findFirst();
		if (open.filter(SecondPerson::own).isPresent()) {
			return Stream.empty();
		}
		String key = open.isPresent() ? "ballot.task.keyProposed" : "ballot.task.key";
		return Stream.of(new Task(key, 1, "/desk/cycles/" + cycle.code() + "/key"));
	}

}
