package org.pingyi.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint as a line of text: cycle, size, root of the ballots, root of the receipts,
 * number and root of the acts where there are any, signature, separated by spaces.
 *
 * @param acts 0 in the first format, which knew none
 */
record SignedState(String cycle, long size, String ballotsRoot, String receiptsRoot, long acts, String actsRoot,
		String signature) {

	private static final int FIRST_PARTS = 5;

	private static final int PARTS = 7;

	private static final String NUMBER = "[0-9]{1,18}";

	/** Nothing for a line that is no checkpoint. */
	static Optional<SignedState> read(String line) {
		List<String> parts = Arrays.asList(line.split(" ", -1));
		boolean first = parts.size() == FIRST_PARTS;
		boolean readable = (first || (parts.size() == PARTS && parts.get(4).matches(NUMBER)))
				&& parts.get(1).matches(NUMBER) && parts.getLast().matches("([0-9a-f]{2})*");
		return readable
				? Optional.of(new SignedState(parts.get(0), Long.parseLong(parts.get(1)), parts.get(2), parts.get(3),
						first ? 0 : Long.parseLong(parts.get(4)), first ? "" : parts.get(5), parts.getLast()))
				: Optional.empty();
	}

	boolean isSignedBy(CityKey key) {
		String content = String.join("\n", (this.acts > 0) ? "pingyi-checkpoint/2" : "pingyi-checkpoint/1",
				state().replace(' ', '\n'), "");
		return key.signed(content, Sha256.bytes(this.signature));
	}

	private String state() {
		String logs = String.join(" ", this.cycle, String.valueOf(this.size), this.ballotsRoot, this.receiptsRoot);
		return (this.acts > 0) ? logs + " " + this.acts + " " + this.actsRoot : logs;
	}

	/** The same logs at the same size, whatever the bytes of the signature. */
	boolean saysTheSameAs(SignedState other) {
		return state().equals(other.state());
	}

	/** Whether its logs go on from another state: none is shorter, and one is longer. */
	boolean follows(SignedState other) {
		return this.size >= other.size && this.acts >= other.acts
				&& !(this.size == other.size && this.acts == other.acts);
	}

	/** What names it in a report: its size, and with acts their number. */
	String place() {
		return (this.acts > 0) ? this.size + "+" + this.acts : String.valueOf(this.size);
	}

	String line() {
		return state() + " " + this.signature;
	}

}
