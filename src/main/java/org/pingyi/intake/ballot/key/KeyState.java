package org.pingyi.intake.ballot.key;

/** Where the key stands by which a year's rights can be traced to people. */
public enum KeyState {

	/** There is none: nobody voted, or the year is older than keys. */
	NONE,
	/** In use: it keeps people from voting twice, or units may still object. */
	NEEDED,
	/** The results are published; it may be destroyed. */
	DISPENSABLE,
	/** Nobody has it any more. */
	DESTROYED

}
