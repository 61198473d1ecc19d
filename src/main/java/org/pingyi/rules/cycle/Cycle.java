package org.pingyi.rules.cycle;

import java.time.LocalDate;

/**
 * One year of appraisal (考评年度).
 *
 * @param id internal number
 * @param code what addresses carry, unique: {@code 2026}
 * @param name what people read: {@code 2026年度机关作风建设考评}
 * @param schemeVersion number of the frozen scheme version
 * @param phase where it stands
 * @param opensOn first day on which it may be opened
 * @param closesOn last day on which ballots are taken; it may be closed from the day
 * after, or on that day itself
 */
public record Cycle(long id, String code, String name, long schemeVersion, Phase phase, LocalDate opensOn,
		LocalDate closesOn) {

	/** Whether its dates allow the opening on a day. */
	boolean mayOpenOn(LocalDate day) {
		return !day.isBefore(this.opensOn) && !day.isAfter(this.closesOn);
	}

	/** Whether its dates allow the closure on a day. */
	boolean mayCloseOn(LocalDate day) {
		return !day.isBefore(this.closesOn);
	}

	/** Whether it takes ballots on a day. */
	boolean takesBallots(LocalDate day) {
		return this.phase == Phase.OPENED && mayOpenOn(day);
	}

}
