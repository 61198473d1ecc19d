package org.pingyi.intake.hotline;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;

import org.pingyi.base.web.RowError;

/**
 * What taking a file of cases in would do, or why it cannot.
 *
 * @param id number under which the file waits to be confirmed; null when its columns are
 * not those of cases
 * @param cycle number of the year
 * @param fresh a page of the cases that are new
 * @param known a page of the numbers of cases that were taken in before; they are left as
 * they are
 * @param errors a page of what is wrong; nothing is taken in while there is any
 */
public record CasePreview(@Nullable UUID id, long cycle, Page<HotlineCase.Details> fresh, Page<String> known,
		Page<RowError> errors) {

	public boolean ready() {
		return this.errors.getTotalElements() == 0;
	}

}
