package org.pingyi.outcome.result;

import java.util.List;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.disclosure.Disclosure;
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
		return this.runs.append(cycle, inputs, score(rules, inputs), Disclosure.of(rules, inputs));
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
	 * Whether a new run would count the same; early runs did not know their events by
	 * ids.
	 */
	boolean isUpToDate(Run run, Cycle cycle) {
		Inputs inputs = this.inputs.of(cycle);
		return Stream.of(inputs, withoutIds(inputs))
			.map(this.runs::digest)
			.anyMatch((digest) -> digest.equals(run.inputsDigest()));
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
