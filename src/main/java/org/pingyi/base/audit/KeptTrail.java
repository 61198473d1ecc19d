package org.pingyi.base.audit;

import java.util.List;

/** What is kept of the trail outside the database, for {@link TrailChecks#verify}. */
public interface KeptTrail {

	/** The entries that were kept, oldest first; none where nothing is kept. */
	List<KeptEntry> entries();

}
