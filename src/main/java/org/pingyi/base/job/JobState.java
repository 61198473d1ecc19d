package org.pingyi.base.job;

/** How far a job is. */
public enum JobState {

	/** What it will work on was looked at; nobody confirmed it yet. */
	PREPARED,
	/** A node takes it up within seconds. */
	WAITING,
	/** A node works on it, or did when it stopped, and another goes on. */
	RUNNING,
	/** Done, whole. */
	DONE,
	/** Nothing of it was stored. */
	FAILED,
	/** Its owner stopped it; nothing of it was stored. */
	CANCELLED;

	/** Whether something is still to come. */
	public boolean open() {
		return this == WAITING || this == RUNNING;
	}

}
