package org.pingyi.rules.scoring;

import java.math.RoundingMode;

/** How a figure loses its further decimals, or a share becomes whole units. */
public enum Rounding {

	/** Half and more goes up (四舍五入). */
	HALF_UP,
	/** What is beyond is dropped (只舍不入). */
	DOWN,
	/** Anything beyond goes up (只入不舍). */
	UP;

	RoundingMode mode() {
		return RoundingMode.valueOf(name());
	}

}
