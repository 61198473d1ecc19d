package org.pingyi.intake.ballot.log;

/** Where the ballot of a receipt stands. */
public enum ReceiptState {

	/** No ballot has this receipt. */
	UNKNOWN,
	/** Taken in, waiting to be sealed. */
	WAITING,
	/** Taken in, and altered by somebody before it was sealed. */
	ALTERED,
	/** Sealed and tallied. */
	SEALED

}
