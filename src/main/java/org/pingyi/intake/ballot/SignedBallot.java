package org.pingyi.intake.ballot;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.pingyi.base.secret.KeyedHash;
import org.pingyi.intake.ballot.key.ReceiptHashes;

/**
 * A checked submission as the store writes it; all of it is made by whoever submits, so
 * that the writers have only to write.
 *
 * @param submission what was sent
 * @param right what stands for the person's right to rate this unit on this channel, as
 * the key of a set
 * @param mac what stands for the form as sent: another body or key gives another value
 * @param receipt its receipt, which the store does not keep
 * @param mark what stands for the receipt as long as the ballot waits
 * @param encrypted the ballot, encrypted
 */
record SignedBallot(Submission submission, ByteBuffer right, byte[] mac, Receipt receipt, byte[] mark,
		byte[] encrypted) {

	/**
	 * @param rights hides the rights of the cycle and makes its receipts
	 */
	static SignedBallot of(Submission submission, PackedAnswers answers, KeyedHash rights, ReceiptHashes receipts,
			EncryptedBallots encryption) {
		String[] right = { "ballot.right", String.valueOf(submission.cycle()), submission.channel(),
				String.valueOf(submission.unit()), submission.right() };
		ByteBuffer rightHash = ByteBuffer.wrap(rights.mac(right));
		byte[] mac = rights.mac("ballot.body", submission.idempotencyKey(), submission.raterClass(), answers.toString(),
				submission.opinion(), String.valueOf(submission.mayForward()));
		String[] receipt = Arrays.copyOf(right, right.length + 1);
		receipt[0] = "ballot.receipt";
		receipt[right.length] = submission.idempotencyKey();
		Receipt code = Receipt.of(rights.mac(receipt));
		byte[] receiptHash = receipts.hash(code.bytes());
		return new SignedBallot(submission, rightHash, mac, code, receipts.mark(receiptHash),
				encryption.encrypt(WaitingBallot.of(submission, answers, receiptHash)));
	}

}
