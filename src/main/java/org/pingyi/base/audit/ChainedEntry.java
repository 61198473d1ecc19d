package org.pingyi.base.audit;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An act with the hashes that hold it in the chain.
 *
 * @param previous hash of the act before it; 32 zero bytes for the first
 * @param hash SHA-256 over the previous hash and the act's own fields
 */
public record ChainedEntry(Entry entry, byte[] previous, byte[] hash) {

	static ChainedEntry of(byte[] previous, Entry entry) {
		return new ChainedEntry(entry, previous, Chain.hash(previous, entry));
	}

	/** Whether the act is as its hash says. */
	public boolean intact() {
		return Arrays.equals(this.hash, Chain.hash(this.previous, this.entry));
	}

	KeptEntry kept() {
		return new KeptEntry(this.entry.id(), HexFormat.of().formatHex(this.hash));
	}

	boolean follows(long id, byte[] before) {
		return this.entry.id() == id && Arrays.equals(this.previous, before)
				&& Arrays.equals(this.hash, Chain.hash(before, this.entry));
	}

}
