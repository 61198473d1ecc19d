package org.pingyi.base.job;

/** What became of the result of a job. */
public enum FileEnd {

	/** It was to be taken once, and was. */
	TAKEN,
	/** Its owner erased it. */
	ERASED,
	/** Nobody took it in time. */
	EXPIRED

}
