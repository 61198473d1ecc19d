package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.pingyi.intake.ballot.key.PaddedBuffer;
import org.pingyi.intake.ballot.tally.Tally;

/**
 * A ballot on its way from the intake to the seal, as it is encrypted: all that is known
 * of it, and nothing of who filled it.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param raterClass code of the rater class
 * @param signals bit set of its signals
 * @param answers its answers, packed
 * @param receiptHash hash of its receipt
 * @param opinion what came with it, in ballots that were encrypted before opinions were
 * by themselves; none in all others
 */
record WaitingBallot(String channel, long unit, String raterClass, int signals, PackedAnswers answers,
		byte[] receiptHash, WaitingOpinion opinion) {

	/**
	 * All have one length, whatever the channel and the rater class are called: a ballot
	 * is committed with its right.
	 */
	private static final int LENGTH = 224;

	/** Everything but the texts: five numbers, the signals, the hash, the leave. */
	private static final int FIXED = 5 * Long.BYTES + Integer.BYTES + Receipt.HASH + 1;

	static WaitingBallot of(Submission form, PackedAnswers answers, byte[] receiptHash) {
		return new WaitingBallot(form.channel(), form.unit(), form.raterClass(), form.signals(), answers, receiptHash,
				WaitingOpinion.NONE);
	}

	/** The bars of the histograms in which it counts: itself, and each of its answers. */
	List<Tally> bars() {
		List<Tally> bars = new ArrayList<>(List.of(bar(0, 0)));
		for (int item = 1; item <= PackedAnswers.ITEMS; item++) {
			int code = this.answers.code(item);
			if (code >= 0) {
				bars.add(bar(item, code));
			}
		}
		return bars;
	}

	private Tally bar(int item, int code) {
		return new Tally(this.channel, this.unit, this.raterClass, this.signals, item, code, 1);
	}

	byte[] bytes() {
		String said = this.opinion.text();
		int used = FIXED + PaddedBuffer.size(this.channel) + PaddedBuffer.size(this.raterClass)
				+ PaddedBuffer.size(said);
		ByteBuffer buffer = PaddedBuffer.allocate(used, LENGTH);
		PaddedBuffer.put(buffer, this.channel);
		PaddedBuffer.put(buffer.putLong(this.unit), this.raterClass);
		buffer.putInt(this.signals);
		for (long number : this.answers.numbers()) {
			buffer.putLong(number);
		}
		PaddedBuffer.put(buffer.put(this.receiptHash), said);
		return PaddedBuffer.bytes(buffer.put((byte) (this.opinion.mayForward() ? 1 : 0)));
	}

	static WaitingBallot read(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		String channel = PaddedBuffer.take(buffer);
		long unit = buffer.getLong();
		return new WaitingBallot(channel, unit, PaddedBuffer.take(buffer), buffer.getInt(),
				new PackedAnswers(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong()), hash(buffer),
				new WaitingOpinion(channel, unit, PaddedBuffer.take(buffer), buffer.get() != 0));
	}

	private static byte[] hash(ByteBuffer buffer) {
		byte[] hash = new byte[Receipt.HASH];
		buffer.get(hash);
		return hash;
	}

}
