package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;

/**
 * A ballot on its way from the intake to the seal, as it is written into a box: all that
 * is known of it, and nothing of who filled it.
 *
 * @param receiptHash SHA-256 of its receipt
 */
record WaitingBallot(String channel, long unit, String raterClass, int signals, PackedAnswers answers,
		byte[] receiptHash, String opinion, boolean mayForward) {

	/**
	 * All boxes are as long as the longest opinion needs (500 signs of two bytes): a box
	 * is committed with its right, and its length would tell which right's holder wrote
	 * the long opinion, or any.
	 */
	private static final int LENGTH = 1216;

	/** Everything but the texts: five numbers, the signals, the hash, the leave. */
	private static final int FIXED = 5 * Long.BYTES + Integer.BYTES + ReceiptCode.HASH + 1;

	static WaitingBallot of(SignedBallot ballot) {
		Submission form = ballot.submission();
		return new WaitingBallot(form.channel(), form.unit(), form.raterClass(), form.signals(), ballot.answers(),
				ballot.receiptHash(), form.opinion().strip(), form.mayForward());
	}

	byte[] bytes() {
		int used = FIXED + size(this.channel) + size(this.raterClass) + size(this.opinion);
		ByteBuffer box = ByteBuffer.allocate((used / LENGTH + 1) * LENGTH);
		put(box, this.channel);
		put(box.putLong(this.unit), this.raterClass);
		box.putInt(this.signals);
		for (long number : this.answers.numbers()) {
			box.putLong(number);
		}
		put(box.put(this.receiptHash), this.opinion);
		return box.put((byte) (this.mayForward ? 1 : 0)).array();
	}

	private static int size(String text) {
		return Short.BYTES + text.length() * Character.BYTES;
	}

	private static void put(ByteBuffer box, String text) {
		box.putShort((short) text.length());
		for (int sign = 0; sign < text.length(); sign++) {
			box.putChar(text.charAt(sign));
		}
	}

	static WaitingBallot read(byte[] bytes) {
		ByteBuffer box = ByteBuffer.wrap(bytes);
		return new WaitingBallot(text(box), box.getLong(), text(box), box.getInt(),
				new PackedAnswers(box.getLong(), box.getLong(), box.getLong(), box.getLong()), hash(box), text(box),
				box.get() != 0);
	}

	private static String text(ByteBuffer box) {
		char[] signs = new char[box.getShort()];
		for (int sign = 0; sign < signs.length; sign++) {
			signs[sign] = box.getChar();
		}
		return new String(signs);
	}

	private static byte[] hash(ByteBuffer box) {
		byte[] hash = new byte[ReceiptCode.HASH];
		box.get(hash);
		return hash;
	}

}
