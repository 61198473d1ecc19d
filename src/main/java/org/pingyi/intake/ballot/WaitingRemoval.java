package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Takes out for the seal what waits for it. */
interface WaitingRemoval {

	/** Encrypted content with the mark of its receipt, or with null for an opinion. */
	record Row(byte @Nullable [] mark, byte[] box) {
	}

	/** Takes so many ballots out at most. */
	List<Row> takeBallots(long cycle, long most);

	/** Takes so many opinions out at most. */
	List<Row> takeOpinions(long cycle, long most);

	/** Keeps as it is what somebody altered while it waited. */
	void keepAltered(long cycle, Row row);

	/** The receipts of those ballots that are sealed already. */
	Set<ByteBuffer> sealed(List<WaitingBallot> ballots);

}
