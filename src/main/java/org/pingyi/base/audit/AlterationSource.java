package org.pingyi.base.audit;

import java.util.List;

/** Tells what else was altered in the database, beside the trail. */
public interface AlterationSource {

	/** What was altered, as the trail names it: {@code account:office1}. */
	List<String> altered();

}
