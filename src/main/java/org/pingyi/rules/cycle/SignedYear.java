package org.pingyi.rules.cycle;

import java.util.List;

/** Compares a year, as the tables tell it now, with what was signed at its opening. */
public interface SignedYear {

	/** What differs; nothing of a year that is not opened yet. */
	List<YearAlteration> alterations(Cycle cycle);

}
