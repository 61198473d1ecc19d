package org.pingyi.base.message;

/**
 * Runs work in the background of the request that caused it, so that no answer waits for
 * it.
 */
interface BackgroundTasks {

	/** Runs it soon; dropped when enough tasks run already. */
	void soon(Runnable task);

}
