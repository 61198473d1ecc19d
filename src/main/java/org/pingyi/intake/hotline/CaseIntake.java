package org.pingyi.intake.hotline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;

/** Checks a file of cases, and stores those that are new. */
@Component
class CaseIntake {

	private final HotlineCaseRepository cases;

	private final Cycles cycles;

	private final Audit audit;

	private final Clock clock;

	CaseIntake(HotlineCaseRepository cases, Cycles cycles, Audit audit, Clock clock) {
		this.cases = cases;
		this.cycles = cycles;
		this.audit = audit;
		this.clock = clock;
	}

	CaseImport check(long cycle, Spreadsheet sheet) {
		requireTaking(cycle);
		CaseSheet reading = new CaseSheet(this.cycles.participants(cycle), LocalDate.now(this.clock));
		List<HotlineCase.Details> read = reading.read(sheet);
		Set<String> known = this.cases.numbers(cycle);
		return new CaseImport(read.stream().filter((one) -> !known.contains(one.number())).toList(),
				read.stream().map(HotlineCase.Details::number).filter(known::contains).toList(), reading.errors());
	}

	int take(long cycle, Spreadsheet sheet) {
		CaseImport checked = check(cycle, sheet);
		if (!checked.errors().isEmpty()) {
			throw new CasesRefused(checked.errors());
		}
		int added = this.cases.insert(cycle, new CaseColumns(checked.cases()), Actor.current().name(),
				this.clock.instant());
		this.audit.record("hotline.imported", "cycle:" + this.cycles.byId(cycle).code(), added + " cases");
		return added;
	}

	/** From the announcement, which fixes the participants, until the draft is shown. */
	private void requireTaking(long cycle) {
		Cycle found = this.cycles.byId(cycle);
		if (!found.phase().reached(Phase.ANNOUNCED) || found.phase().reached(Phase.NOTICED)) {
			throw Refusal.conflict("hotline.notTaking", found.name());
		}
	}

}
