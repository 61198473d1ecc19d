package org.pingyi.intake.ballot.form;

/** A door that checks who somebody is before they may fill a form. */
public interface VerifiedSource {

	/**
	 * How many people proved in a cycle that they have a right, whether they used it or
	 * not.
	 */
	long verified(long cycle);

}
