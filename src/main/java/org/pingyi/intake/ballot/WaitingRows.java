package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Reads what waits for the seal by its places, takes it out, and puts it back. */
interface WaitingRows {

	/** What waits, each kind in a table of its own. */
	enum Kind {

		BALLOT, OPINION

	}

	/**
	 * Encrypted content with the mark of its receipt, or with null for an opinion and for
	 * a ballot whose mark lies apart.
	 */
	record Row(byte @Nullable [] mark, byte[] box) {
	}

	/**
	 * Reads all of a cycle, each with its place, which is certain until the caller's
	 * transaction ends: later another row may have come there.
	 */
	void each(Kind kind, long cycle, BiConsumer<String, Row> reader);

	/** The places of all of a cycle. */
	List<String> places(Kind kind, long cycle);

	/** Reads what of a cycle is at some places, in no order. */
	List<Row> at(Kind kind, long cycle, List<String> places);

	/** Takes out what of a cycle is at some places, all with one statement. */
	void remove(Kind kind, long cycle, List<String> places);

	/** Puts down what was encrypted anew, in the order given and without marks. */
	void postpone(Kind kind, long cycle, List<byte[]> boxes);

	/** Puts down what was encrypted anew with its marks, in the order given. */
	void carry(Kind kind, long cycle, List<Row> rows);

	/** Keeps marks apart from their ballots, in an order of their own. */
	void keepMarks(long cycle, List<byte[]> marks);

	/** Takes out marks that lay apart. */
	void removeMarks(List<byte[]> marks);

	/**
	 * What is left of marks that lay apart belongs to ballots that somebody took away.
	 */
	void keepMissing(long cycle);

	/** Keeps as it is what somebody altered while it waited. */
	void keepAltered(long cycle, Row row);

	/** The receipts of those ballots that are sealed already. */
	Set<ByteBuffer> sealed(List<WaitingBallot> ballots);

	/** The cycles of which something waits under a key. */
	List<Long> cyclesUnder(int key);

}
