package org.pingyi.bench.city;

/**
 * How much there is in a city: a part of a big one.
 *
 * @param label what the table calls it
 * @param part of the big city, from 0 to 1
 */
record CitySize(String label, double part) {

	/** To be raised when another city is to be built. */
	private static final int EDITION = 2;

	static final int GROUPS = 10;

	private static final int FEWEST_UNITS = 20;

	int units() {
		return Math.max(FEWEST_UNITS, scaled(1_000));
	}

	int ballots() {
		return scaled(2_000_000);
	}

	int invitations() {
		return scaled(50_000);
	}

	int cases() {
		return scaled(100_000);
	}

	int adjustments() {
		return scaled(20_000);
	}

	int entries() {
		return scaled(300_000);
	}

	private int scaled(int all) {
		return (int) Math.round(all * this.part);
	}

	/** The database that it is kept in. */
	String database() {
		return "city_%d_%d".formatted(ballots(), EDITION);
	}

}
