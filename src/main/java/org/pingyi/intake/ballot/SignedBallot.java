package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checked submission as the store writes it.
 *
 * @param submission what was sent
 * @param unitName the unit's name, for a refusal
 * @param answers its answers, packed
 * @param right what stands for the person's right to rate this unit on this channel, as
 * the key of a set
 * @param mac what stands for the form as sent: another body or key gives another value
 * @param receipt its receipt
 * @param receiptHash SHA-256 of the receipt: the store keeps no receipt
 */
record SignedBallot(Submission submission, String unitName, PackedAnswers answers, ByteBuffer right, byte[] mac,
		Receipt receipt, byte[] receiptHash) {

	static SignedBallot of(Submission submission, String unitName, PackedAnswers answers, Pseudonyms pseudonyms) {
		String[] right = { "ballot.right", String.valueOf(submission.cycle()), submission.channel(),
				String.valueOf(submission.unit()), submission.right() };
		ByteBuffer rightHash = ByteBuffer.wrap(pseudonyms.mac(right));
		byte[] mac = pseudonyms.mac("ballot.body", submission.idempotencyKey(), submission.raterClass(),
				answers.toString(), submission.opinion(), String.valueOf(submission.mayForward()));
		String[] receipt = Arrays.copyOf(right, right.length + 1);
		receipt[0] = "ballot.receipt";
		receipt[right.length] = submission.idempotencyKey();
		Receipt code = ReceiptCode.of(pseudonyms.mac(receipt));
		return new SignedBallot(submission, unitName, answers, rightHash, mac, code, ReceiptCode.hash(code));
	}

	/** What stands for the receipt as long as the ballot waits. */
	byte[] mark(Pseudonyms pseudonyms) {
		return mark(receiptHash(), pseudonyms);
	}

	static byte[] mark(byte[] receiptHash, Pseudonyms pseudonyms) {
		return pseudonyms.mac("ballot.waiting", HexFormat.of().formatHex(receiptHash));
	}

}
