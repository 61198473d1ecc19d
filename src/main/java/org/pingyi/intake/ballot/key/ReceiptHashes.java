package org.pingyi.intake.ballot.key;

import java.util.HexFormat;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * What stands for receipts: their hash in the log, and a mark as long as their ballot
 * waits.
 */
@Component
public class ReceiptHashes {

	private final CipherSuite suite;

	private final Pseudonyms pseudonyms;

	public ReceiptHashes(CipherSuite suite, Pseudonyms pseudonyms) {
		this.suite = suite;
		this.pseudonyms = pseudonyms;
	}

	/**
	 * The hash of a receipt: 32 bytes.
	 * @param receipt its characters
	 */
	public byte[] hash(byte[] receipt) {
		return this.suite.digest(receipt);
	}

	/** The mark of a receipt's hash: 32 bytes. */
	public byte[] mark(byte[] hash) {
		return this.pseudonyms.mac("ballot.waiting", HexFormat.of().formatHex(hash));
	}

}
