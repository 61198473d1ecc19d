package org.pingyi.intake.vote.phone;

/** Does work beside the request that caused it, so that no answer waits for it. */
interface BackgroundTasks {

	/** Has it done soon; dropped when enough hands do the same already. */
	void soon(Runnable errand);

}
