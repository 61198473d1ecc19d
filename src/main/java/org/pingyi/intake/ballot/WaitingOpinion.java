package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;

import org.pingyi.intake.ballot.key.PaddedBuffer;

/**
 * What somebody wrote, on its way from the intake to the seal, as it is encrypted by
 * itself, separately from their ballot.
 *
 * @param channel code of the channel
 * @param unit number of the unit
 * @param text what they wrote, or "" for nothing
 * @param mayForward whether it may be passed on to the unit in their words
 */
record WaitingOpinion(String channel, long unit, String text, boolean mayForward) {

	/** The decoy. */
	static final WaitingOpinion NONE = new WaitingOpinion("", 0, "", false);

	/** Room for everything but the text. */
	private static final int BESIDE = 88;

	/**
	 * All are as long as the longest opinion needs: the length of one would tell of the
	 * few that were committed with it who wrote much.
	 */
	private static final int LENGTH = Submission.LONGEST_OPINION * Character.BYTES + BESIDE;

	private static final int FIXED = Long.BYTES + 1;

	static WaitingOpinion of(Submission form) {
		String text = form.opinion().strip();
		return text.isEmpty() ? NONE : new WaitingOpinion(form.channel(), form.unit(), text, form.mayForward());
	}

	boolean isNone() {
		return this.text.isEmpty();
	}

	byte[] bytes() {
		int used = FIXED + PaddedBuffer.size(this.channel) + PaddedBuffer.size(this.text);
		ByteBuffer buffer = PaddedBuffer.allocate(used, LENGTH);
		PaddedBuffer.put(buffer, this.channel);
		PaddedBuffer.put(buffer.putLong(this.unit), this.text);
		return PaddedBuffer.bytes(buffer.put((byte) (this.mayForward ? 1 : 0)));
	}

	static WaitingOpinion read(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		return new WaitingOpinion(PaddedBuffer.take(buffer), buffer.getLong(), PaddedBuffer.take(buffer),
				buffer.get() != 0);
	}

}
