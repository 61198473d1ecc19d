package org.pingyi.intake.ballot;

import java.util.HexFormat;

import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * What stands for receipts: their hash in the log, and a mark as long as their ballot
 * waits.
 */
@Component
class ReceiptHashes {

	private final CipherSuite suite;

	private final Pseudonyms pseudonyms;

	ReceiptHashes(CipherSuite suite, Pseudonyms pseudonyms) {
		this.suite = suite;
		this.pseudonyms = pseudonyms;
	}

	/** The hash of a receipt: 32 bytes. */
	byte[] hash(Receipt receipt) {
		return this.suite.digest(receipt.bytes());
	}

	/** The hash of a receipt as people type it. */
	byte[] hash(String code) {
		return this.suite.digest(Receipt.bytes(code));
	}

	byte[] mark(byte[] hash) {
		return this.pseudonyms.mac("ballot.waiting", HexFormat.of().formatHex(hash));
	}

}
