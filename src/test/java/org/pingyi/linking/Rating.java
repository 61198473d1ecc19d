package org.pingyi.linking;

/**
 * A ballot as only the test knows it: whose it is and what it says.
 *
 * @param number from 0, in the order in which they came
 * @param kind of the person: {@code leader}, {@code phone}
 * @param answers to its first six items, packed; nobody else gave the same about the unit
 * @param opinion which nobody else wrote
 */
record Rating(int number, String kind, String channel, long unit, long answers, String opinion) {

	/** All about one unit on one channel: among them the attacker has to guess. */
	record Group(String channel, long unit) {
	}

	Group group() {
		return new Group(this.channel, this.unit);
	}

}
