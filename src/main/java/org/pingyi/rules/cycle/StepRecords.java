package org.pingyi.rules.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * The steps of a year as their rows tell them now. Those before the opening are in the
 * words of the act of the opening, which is signed with the head.
 */
@Component
public class StepRecords implements ActRecords {

	private final CycleRepository cycles;

	private final CycleStepRepository steps;

	private final Clock clock;

	StepRecords(CycleRepository cycles, CycleStepRepository steps, Clock clock) {
		this.cycles = cycles;
		this.steps = steps;
		this.clock = clock;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		List<Step> taken = this.steps.steps(cycle);
		return taken.stream()
			.filter((step) -> step.phase().reached(Phase.OPENED))
			.map((step) -> new RecordedAct(act(cycle, step, taken), step.by(), step.at()))
			.toList();
	}

	/** What is signed of the opening, in its transaction. */
	public CycleAct opened(long cycle) {
		List<Step> taken = this.steps.steps(cycle);
		return act(cycle, taken.getLast(), taken);
	}

	private CycleAct act(long cycle, Step step, List<Step> taken) {
		return new CycleAct(cycle, named(step.phase()),
				"cycle:" + this.cycles.findCycleById(cycle).orElseThrow().code(), "",
				LocalDate.ofInstant(step.at(), this.clock.getZone()).toString(),
				(step.phase() == Phase.OPENED) ? before(taken) : "");
	}

	private static String before(List<Step> taken) {
		return CycleAct.words(taken.stream()
			.filter((step) -> !step.phase().reached(Phase.OPENED))
			.map((step) -> CycleAct.detail(step.phase(), step.at(), step.by()))
			.toArray());
	}

	/** How trail and log name a step. */
	static String named(Phase phase) {
		return "cycle." + phase.name().toLowerCase(Locale.ROOT);
	}

}
