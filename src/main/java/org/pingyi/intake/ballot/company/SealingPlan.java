package org.pingyi.intake.ballot.company;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/**
 * How the close seals what waits.
 *
 * @param batches the places of those who go before the last batch, batch by batch
 * @param staying the receipts of all others, who are sealed together in the last one
 */
public record SealingPlan(List<List<String>> batches, Set<ByteBuffer> staying) {

	/** All are sealed together. */
	public static final SealingPlan NOTHING_BEFORE_THE_LAST = new SealingPlan(List.of(), Set.of());

}
