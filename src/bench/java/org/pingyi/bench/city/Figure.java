package org.pingyi.bench.city;

/**
 * What was measured for a line of the table, in one city.
 *
 * @param line what the line is called
 * @param unit of the value: ms, kB, MB, /s
 * @param value the figure that is compared between the cities
 * @param beside what else is to be read with it: {@code p99 31}; or ""
 * @param baseline what it is compared with in the same city and at the same time, or ""
 * @param compared the baseline's figure in the same unit; NaN for none
 */
record Figure(String line, String unit, double value, String beside, String baseline, double compared) {

	/** A figure that stands alone. */
	Figure(String line, String unit, double value) {
		this(line, unit, value, "", "", Double.NaN);
	}

	double ratio() {
		return this.value / this.compared;
	}

}
