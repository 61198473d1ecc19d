package org.pingyi.base.unit;

/** A property of a unit that rules may ask for by its name. */
public enum Trait {

	/** It serves people at windows. */
	WINDOW,
	/** A superior ministry or province manages it, not the city. */
	VERTICAL,
	/** Its superiors give awards, so that a bonus is within its reach. */
	AWARDS

}
