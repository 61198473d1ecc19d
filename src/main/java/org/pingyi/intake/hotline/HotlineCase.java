package org.pingyi.intake.hotline;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A case of the 12345 hotline (工单).
 *
 * @param id internal number
 * @param cycle number of the cycle
 * @param details what the hotline delivered
 * @param state where it stands
 * @param adjustment number of the deduction that was proposed for it, or null
 * @param importedBy sign-in name
 * @param importedAt when
 */
public record HotlineCase(long id, long cycle, Details details, State state, @Nullable Long adjustment,
		String importedBy, Instant importedAt) {

	/** Where a case stands. */
	public enum State {

		NEW, CONFIRMED, DISMISSED

	}

	/**
	 * What the hotline delivered, with phone and identity numbers redacted.
	 *
	 * @param number the hotline's number, unique in a cycle
	 * @param calledOn day of the call
	 * @param unit number of the unit complained about
	 * @param category the hotline's category
	 * @param content what the call was about
	 * @param handling how it was handled, or ""
	 * @param closedOn day on which it was closed, or null
	 */
	public record Details(String number, LocalDate calledOn, long unit, String category, String content,
			String handling, @Nullable LocalDate closedOn) {
	}

}
