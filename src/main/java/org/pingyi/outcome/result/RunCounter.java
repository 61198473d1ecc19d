package org.pingyi.outcome.result;

import java.util.List;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.ScoreRefused;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.stereotype.Component;

/** Counts what a cycle holds now by its rules. */
@Component
class RunCounter {

	private final RunInputs inputs;

	private final Schemes schemes;

	private final Runs runs;

	RunCounter(RunInputs inputs, Schemes schemes, Runs runs) {
		this.inputs = inputs;
		this.schemes = schemes;
		this.runs = runs;
	}

	/** A new run of a cycle. */
	Run count(Cycle cycle) {
		Inputs inputs = this.inputs.of(cycle);
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		return this.runs.append(cycle,
				new Runs.Counted(rules, inputs, RunInputs.outline(inputs), score(rules, inputs)));
	}

	private static Outcome score(Rules rules, Inputs inputs) {
		try {
			return Scoring.score(rules, inputs);
		}
		catch (ScoreRefused ex) {
			throw Refusal.invalid(ex.node().isEmpty() ? "result.noTree" : "result.nodeMissing", ex.unit(), ex.node());
		}
	}

	/**
	 * Whether a new run would count the same. After the close no ballot's answers change,
	 * so their number tells enough.
	 */
	boolean isUpToDate(Run run, Cycle cycle) {
		return this.runs.hasOutline(run, () -> this.inputs.outline(cycle)).orElseGet(() -> hasInputs(run, cycle));
	}

	/** Early runs did not know their events by ids. */
	private boolean hasInputs(Run run, Cycle cycle) {
		Inputs inputs = this.inputs.of(cycle);
		return this.runs.hasInputs(run, inputs) || this.runs.hasInputs(run, withoutIds(inputs));
	}

	private static Inputs withoutIds(Inputs inputs) {
		List<Inputs.Event> events = inputs.events()
			.stream()
			.map((event) -> new Inputs.Event(event.unit(), event.reference(), event.rule(), event.cause(),
					event.handling(), event.quantity()))
			.toList();
		return new Inputs(inputs.subjects(), inputs.tallies(), inputs.issued(), events, inputs.figures(),
				inputs.memories(), inputs.apart());
	}

}
