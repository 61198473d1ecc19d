package org.pingyi.intake.vote;

/**
 * How somebody proves that they may vote. Whoever can prove it in two ways has two
 * rights, so a city allows only those that its people hold one of.
 */
public enum Way {

	/** A code sent to a mobile number. */
	PHONE,
	/** A code printed by the office. */
	CODE,
	/** A government's identity provider. */
	ID

}
