package org.pingyi.intake.hotline;

import java.time.LocalDate;

/**
 * A case as a list shows it.
 *
 * @param unit number of the unit complained about
 * @param content the beginning of what the call was about
 */
public record CaseRow(long id, String number, LocalDate calledOn, long unit, String category, String content,
		HotlineCase.State state) {
}
