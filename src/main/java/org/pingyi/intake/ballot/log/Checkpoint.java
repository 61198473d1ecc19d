package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.springframework.modulith.NamedInterface;

/**
 * The state of a cycle's log at some moment, signed: whoever keeps one can tell later
 * whether anything in front of it was changed or taken out.
 *
 * @param cycle number of the cycle
 * @param size ballots in the log, and as many receipts
 * @param ballotsRoot root of the tree over the sealed ballots
 * @param receiptsRoot root of the tree over the receipts
 * @param acts entries in the log of the year's acts; 0 for years opened before there was
 * one
 * @param actsRoot root of the tree over the acts; empty without any
 * @param signature over {@link #content}, by the suite of the city
 */
@NamedInterface("log")
public record Checkpoint(long cycle, long size, byte[] ballotsRoot, byte[] receiptsRoot, long acts, byte[] actsRoot,
		byte[] signature) {

	/** Names the format, so that a signature can never be taken for another one. */
	static final String FORMAT = "pingyi-checkpoint/2";

	/** The format of years without acts. */
	static final String FIRST_FORMAT = "pingyi-checkpoint/1";

	private static final int FIRST_PARTS = 5;

	private static final int PARTS = 7;

	/**
	 * What is signed, line by line: format, cycle, size, both roots in hexadecimal; with
	 * acts their number and root, too.
	 */
	public String content() {
		return String.join("\n", (this.acts > 0) ? FORMAT : FIRST_FORMAT, String.join("\n", state()), "");
	}

	private List<String> state() {
		HexFormat hex = HexFormat.of();
		List<String> state = new ArrayList<>(List.of(String.valueOf(this.cycle), String.valueOf(this.size),
				hex.formatHex(this.ballotsRoot), hex.formatHex(this.receiptsRoot)));
		if (this.acts > 0) {
			state.addAll(List.of(String.valueOf(this.acts), hex.formatHex(this.actsRoot)));
		}
		return state;
	}

	/** The state in which nothing is there yet; its roots are those of empty trees. */
	static Checkpoint ofNothing(long cycle, Merkle merkle) {
		return new Checkpoint(cycle, 0, merkle.empty(), merkle.empty(), 0, new byte[0], new byte[0]);
	}

	Checkpoint signed(byte[] bySigner) {
		return new Checkpoint(this.cycle, this.size, this.ballotsRoot, this.receiptsRoot, this.acts, this.actsRoot,
				bySigner);
	}

	/**
	 * As others keep it, in one line: cycle, size, both roots, with acts their number and
	 * root, and the signature in hexadecimal, separated by spaces.
	 */
	public String line() {
		return String.join(" ", state()) + " " + HexFormat.of().formatHex(this.signature);
	}

	/** Whether it is of the same state of the logs as another, or of a later one. */
	boolean covers(Checkpoint other) {
		return this.size >= other.size && this.acts >= other.acts;
	}

	/**
	 * Reads a {@link #line}.
	 * @throws IllegalArgumentException when it is none
	 */
	static Checkpoint read(String line) {
		String[] parts = line.split(" ", -1);
		boolean first = parts.length == FIRST_PARTS;
		if (!first && parts.length != PARTS) {
			throw new IllegalArgumentException("Not the parts of a checkpoint: " + parts.length);
		}
		HexFormat hex = HexFormat.of();
		return new Checkpoint(Long.parseLong(parts[0]), Long.parseLong(parts[1]), hex.parseHex(parts[2]),
				hex.parseHex(parts[3]), first ? 0 : Long.parseLong(parts[4]),
				first ? new byte[0] : hex.parseHex(parts[5]), hex.parseHex(parts[first ? FIRST_PARTS - 1 : PARTS - 1]));
	}

}
