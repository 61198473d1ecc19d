package org.pingyi.rules.scoring;

/**
 * A signal about a ballot that a door or the store raises at intake. It is only noted:
 * what follows from it is said by the scheme, before the year opens.
 */
public enum Signal {

	/** It came out of the unit's own network. */
	OWN_NETWORK,
	/** Far more ballots than usual came in about the unit at that time. */
	BURST,
	/** It was filled faster than anybody can read. */
	TOO_FAST,
	/** All answers of a longer form are the same. */
	ALL_ALIKE,
	/** Many people voted on one device. */
	SAME_DEVICE,
	/**
	 * Far more telephone numbers than usual of one numbering segment came at that time.
	 */
	NUMBER_SEGMENT;

	/**
	 * Its bit in the set that ballots and tallies carry, by its place above: new ones
	 * come last.
	 */
	@SuppressWarnings("EnumOrdinal")
	public int bit() {
		return 1 << ordinal();
	}

	/** Whether a set contains it. */
	public boolean in(int signals) {
		return (signals & bit()) != 0;
	}

}
