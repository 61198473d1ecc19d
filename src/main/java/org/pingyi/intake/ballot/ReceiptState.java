package org.pingyi.intake.ballot;

/** Where the ballot of a receipt stands. */
public enum ReceiptState {

	/** No ballot has this receipt. */
	UNKNOWN,
	/** Taken in, waiting to be sealed. */
	WAITING,
	/** Sealed and tallied. */
	SEALED

}
