package org.pingyi.intake.adjustment;

import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Component;

/** Opens the adjustment rules of a cycle's frozen scheme. */
@Component
class Rulebooks {

	private final Cycles cycles;

	private final Schemes schemes;

	Rulebooks(Cycles cycles, Schemes schemes) {
		this.cycles = cycles;
		this.schemes = schemes;
	}

	Rulebook of(long cycle) {
		return new Rulebook(this.schemes.rules(this.cycles.byId(cycle).schemeVersion()).adjustments());
	}

}
