package org.pingyi.rules.cycle;

/** Where a cycle stands; it only moves forward, one step at a time. */
public enum Phase {

	/** Being prepared by the office. */
	DRAFTED,
	/** Units see what will be checked, and acknowledge it. */
	ANNOUNCED,
	/** Ballots, visits, cases and adjustments come in. */
	OPENED,
	/** No ballots come in any more; those that wait are being sealed. */
	CLOSING,
	/** Everything is sealed; answers may be counted. */
	CLOSED,
	/** Scores are computed. */
	COUNTED,
	/** Units see their draft and may object. */
	NOTICED,
	/** The ranking is public. */
	PUBLISHED;

	/** Whether this phase is at or after the other. */
	public boolean reached(Phase other) {
		return compareTo(other) >= 0;
	}

}
