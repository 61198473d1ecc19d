package org.pingyi.intake.hotline;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;

import org.pingyi.base.job.RowPage;
import org.pingyi.base.web.RowError;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.rules.cycle.Participant;

import java.time.LocalDate;

/** Checks cases row by row against a year, and keeps a page of what comes of them. */
final class CaseCheck {

	private final CaseSheet sheet;

	private final Set<String> taken;

	private final RowPage<HotlineCase.Details> fresh;

	private final RowPage<String> known;

	private final RowPage<RowError> errors;

	/**
	 * @param units of the year
	 * @param taken numbers of the cases that were taken in before
	 * @param place the page that is kept
	 */
	CaseCheck(List<Participant> units, Set<String> taken, LocalDate today, Pageable place) {
		this.taken = taken;
		this.fresh = new RowPage<>(place);
		this.known = new RowPage<>(place);
		this.errors = new RowPage<>(place);
		this.sheet = new CaseSheet(units, today, this.errors);
	}

	/** Whether the columns are there. */
	boolean has(int headerRow, List<String> header) {
		return this.sheet.has(headerRow, header);
	}

	void add(Spreadsheet.Row row) {
		this.sheet.read(row).ifPresent((one) -> {
			if (this.taken.contains(one.number())) {
				this.known.accept(one.number());
			}
			else {
				this.fresh.accept(one);
			}
		});
	}

	CasePreview preview(@Nullable UUID id, long cycle) {
		return new CasePreview(id, cycle, this.fresh.page(), this.known.page(), this.errors.page());
	}

}
