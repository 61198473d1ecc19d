package org.pingyi.intake.ballot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A ballot on its way from the intake to the seal, as it is written into a box: all that
 * is known of it, and nothing of who filled it.
 *
 * @param receiptHash SHA-256 of its receipt
 */
record WaitingBallot(String channel, long unit, String raterClass, int signals, PackedAnswers answers,
		byte[] receiptHash, String opinion, boolean mayForward) {

	/**
	 * All boxes are as long as the longest opinion needs (500 signs of three bytes): a
	 * box is committed with its right, and its length would tell which right's holder
	 * wrote the long opinion, or any.
	 */
	private static final int LENGTH = 1664;

	static WaitingBallot of(SignedBallot ballot) {
		Submission form = ballot.submission();
		return new WaitingBallot(form.channel(), form.unit(), form.raterClass(), form.signals(), ballot.answers(),
				ballot.receiptHash(), form.opinion().strip(), form.mayForward());
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(LENGTH);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(this.channel);
			out.writeLong(this.unit);
			out.writeUTF(this.raterClass);
			out.writeInt(this.signals);
			for (long number : this.answers.numbers()) {
				out.writeLong(number);
			}
			out.write(this.receiptHash);
			out.writeUTF(this.opinion);
			out.writeBoolean(this.mayForward);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Arrays.copyOf(bytes.toByteArray(), (bytes.size() / LENGTH + 1) * LENGTH);
	}

	static WaitingBallot read(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			return new WaitingBallot(in.readUTF(), in.readLong(), in.readUTF(), in.readInt(),
					new PackedAnswers(in.readLong(), in.readLong(), in.readLong(), in.readLong()),
					in.readNBytes(ReceiptCode.HASH), in.readUTF(), in.readBoolean());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
