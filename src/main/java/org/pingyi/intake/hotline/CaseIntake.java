package org.pingyi.intake.hotline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.pingyi.base.web.RowError;
import org.springframework.data.domain.Pageable;
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

	/** Whole, for those who have a table and no file. */
	CaseImport check(long cycle, Spreadsheet sheet) {
		List<RowError> errors = new ArrayList<>();
		CaseSheet reading = sheet(cycle, errors::add);
		List<HotlineCase.Details> read = reading.has(sheet.headerRow(), sheet.header())
				? sheet.rows().stream().flatMap((row) -> reading.read(row).stream()).toList() : List.of();
		Set<String> known = this.cases.numbers(cycle);
		return new CaseImport(read.stream().filter((one) -> !known.contains(one.number())).toList(),
				read.stream().map(HotlineCase.Details::number).filter(known::contains).toList(), errors);
	}

	int take(long cycle, Spreadsheet sheet) {
		CaseImport checked = check(cycle, sheet);
		if (!checked.errors().isEmpty()) {
			throw new CasesRefused(checked.errors());
		}
		int added = insert(cycle, checked.cases());
		record(cycle, added, "");
		return added;
	}

	/** Checks rows one after the other, and keeps a page of what comes of them. */
	CaseCheck checking(long cycle, Pageable place) {
		requireTaking(cycle);
		return new CaseCheck(this.cycles.participants(cycle), this.cases.numbers(cycle), LocalDate.now(this.clock),
				place);
	}

	/**
	 * Makes sure that a file can be taken in as it is.
	 * @throws Refusal 422 {@code hotline.changed} with the number of faults and the first
	 */
	static void require(CasePreview file) {
		if (!file.ready()) {
			RowError first = file.errors().getContent().getFirst();
			throw Refusal.invalid("hotline.changed", file.errors().getTotalElements(), first.row(), first.column());
		}
	}

	/** Reads rows one after the other. */
	CaseSheet sheet(long cycle, Consumer<RowError> errors) {
		requireTaking(cycle);
		return new CaseSheet(this.cycles.participants(cycle), LocalDate.now(this.clock), errors);
	}

	/** Stores those that are new; how many were. */
	int insert(long cycle, List<HotlineCase.Details> some) {
		return this.cases.insert(cycle, new CaseColumns(some), Actor.current().name(), this.clock.instant());
	}

	void record(long cycle, int added, String more) {
		this.audit.record("hotline.imported", "cycle:" + this.cycles.byId(cycle).code(), added + " cases" + more);
	}

	/** From the announcement, which fixes the participants, until the draft is shown. */
	private void requireTaking(long cycle) {
		Cycle found = this.cycles.byId(cycle);
		if (!found.phase().reached(Phase.ANNOUNCED) || found.phase().reached(Phase.NOTICED)) {
			throw Refusal.conflict("hotline.notTaking", found.name());
		}
	}

}
