package org.pingyi.rules.cycle;

/**
 * What a module has to finish between the last ballot of a cycle and its close. One node
 * at a time runs it, outside of any transaction: it works in short ones of its own. After
 * a kill or a failure it is run again, and goes on with what is left.
 */
public interface ClosingTask {

	/** Does all that is left; what is thrown keeps the cycle from being closed. */
	void run(long cycle);

	/** How far it is, of a task that may take longer than a moment. */
	default ClosingProgress progress(long cycle) {
		return ClosingProgress.NONE;
	}

}
