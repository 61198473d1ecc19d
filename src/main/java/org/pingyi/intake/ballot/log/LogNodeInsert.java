package org.pingyi.intake.ballot.log;

import java.util.List;

/** Appends the nodes that a batch of leaves completed. */
interface LogNodeInsert {

	void insert(long cycle, int log, List<MerkleFrontier.Node> nodes);

}
