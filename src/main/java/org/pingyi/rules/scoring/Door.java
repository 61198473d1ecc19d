package org.pingyi.rules.scoring;

/** How ballots of a channel come in. */
public enum Door {

	/** Citizens with a verified phone. */
	VOTE,
	/** Visitors at a service window. */
	KIOSK,
	/** Invited people with a personal sheet. */
	REVIEW,
	/** Inspectors on a visit. */
	INSPECTION

}
