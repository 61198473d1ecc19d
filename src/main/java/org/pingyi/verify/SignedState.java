package org.pingyi.verify;

import java.util.Optional;

/**
 * A checkpoint as a line of text: cycle, size, root of the ballots, root of the receipts,
 * signature, separated by spaces.
 */
record SignedState(String cycle, long size, String ballotsRoot, String receiptsRoot, String signature) {

	private static final int PARTS = 5;

	/** Nothing for a line that is no checkpoint. */
	static Optional<SignedState> read(String line) {
		String[] parts = line.split(" ", -1);
		if (parts.length != PARTS || !parts[1].matches("[0-9]{1,18}") || !parts[4].matches("([0-9a-f]{2})*")) {
			return Optional.empty();
		}
		return Optional.of(new SignedState(parts[0], Long.parseLong(parts[1]), parts[2], parts[3], parts[4]));
	}

	boolean isSignedBy(CityKey key) {
		String content = String.join("\n", "pingyi-checkpoint/1", this.cycle, String.valueOf(this.size),
				this.ballotsRoot, this.receiptsRoot, "");
		return key.signed(content, Sha256.bytes(this.signature));
	}

	/** The same log at the same size, whatever the bytes of the signature. */
	boolean saysTheSameAs(SignedState other) {
		return this.size == other.size && this.ballotsRoot.equals(other.ballotsRoot)
				&& this.receiptsRoot.equals(other.receiptsRoot);
	}

	String line() {
		return String.join(" ", this.cycle, String.valueOf(this.size), this.ballotsRoot, this.receiptsRoot,
				this.signature);
	}

}
