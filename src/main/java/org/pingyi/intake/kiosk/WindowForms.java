package org.pingyi.intake.kiosk;

import java.util.List;
import java.util.Optional;

import org.pingyi.intake.ballot.form.BallotForm;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.RaterClass;
import org.pingyi.rules.scoring.Rules;

import org.springframework.stereotype.Component;

/** Finds the form that the windows of a unit show today. */
@Component
class WindowForms {

	private final Cycles cycles;

	private final BallotForms forms;

	private final Schemes schemes;

	WindowForms(Cycles cycles, BallotForms forms, Schemes schemes) {
		this.cycles = cycles;
		this.forms = forms;
		this.schemes = schemes;
	}

	/** The form about the unit of a tablet, if it is being asked about today. */
	Optional<WindowForm> today(Tablet tablet, boolean ownPhone) {
		return this.cycles.current().flatMap((cycle) -> of(cycle, tablet, ownPhone));
	}

	private Optional<WindowForm> of(Cycle cycle, Tablet tablet, boolean ownPhone) {
		return this.forms.of(cycle.id(), Door.KIOSK)
			.stream()
			.flatMap((form) -> form.unit(tablet.unit().id())
				.stream()
				.map((unit) -> new WindowForm(cycle.id(), unit, tablet.window(), form, raters(cycle, form.channel()),
						ownPhone)))
			.findFirst();
	}

	private List<RaterClass> raters(Cycle cycle, Channel channel) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		return channel.raterClasses().stream().map((code) -> new RaterClass(code, rules.raterClassName(code))).toList();
	}

}
