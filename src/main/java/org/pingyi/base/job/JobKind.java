package org.pingyi.base.job;

import java.io.IOException;
import java.util.List;

/** A kind of work, which its module contributes. */
public interface JobKind {

	/** What it is stored under: {@code review.invitations}. */
	String code();

	/** Message key of its name. */
	String name();

	/** The roles of which its owner has one; it runs in the first: {@code OFFICE}. */
	List<String> roles();

	/**
	 * Whether its result opens something to whoever reads it: it is then encrypted under
	 * a key of its own, which is erased with it, and to take it stands in the trail.
	 */
	default boolean confidential() {
		return false;
	}

	/**
	 * Does the work, in one transaction: whatever it throws, nothing of it is stored, and
	 * after a kill it begins anew.
	 * @return what is said about it
	 * @throws org.pingyi.base.web.Refusal when it cannot be done, with what its owner can
	 * do
	 */
	JobOutcome run(JobRun run) throws IOException;

}
