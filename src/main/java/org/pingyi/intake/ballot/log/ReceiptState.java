package org.pingyi.intake.ballot.log;

import org.pingyi.intake.ballot.Accepted;

/** Where the ballot of a receipt stands. */
public enum ReceiptState {

	/** No ballot has this receipt. */
	UNKNOWN,
	/** Accepted in, waiting to be sealed. */
	WAITING,
	/** Accepted in, and altered by somebody before it was sealed. */
	ALTERED,
	/** Sealed and tallied. */
	SEALED

}
