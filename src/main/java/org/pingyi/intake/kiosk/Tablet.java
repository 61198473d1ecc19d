package org.pingyi.intake.kiosk;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;

/**
 * A registered tablet at a service window (窗口终端).
 *
 * @param id internal number
 * @param unit whose window it stands at
 * @param window name of the window or hall
 * @param state whether it may take forms
 * @param lastUsedOn day of its last form, or null; never the hour
 * @param forms how many forms came in through it, own phones included
 */
public record Tablet(long id, Unit unit, String window, State state, @Nullable LocalDate lastUsedOn, long forms) {

	/** Whether a tablet may take forms. */
	public enum State {

		/** Its pairing link has not been opened on a device yet. */
		UNPAIRED,
		/** A device is paired with it. */
		PAIRED,
		/** The office took the right away. */
		REVOKED

	}

}
