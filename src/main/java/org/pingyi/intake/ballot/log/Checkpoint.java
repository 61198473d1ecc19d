package org.pingyi.intake.ballot.log;

import java.util.HexFormat;

import org.springframework.modulith.NamedInterface;

/**
 * The state of a cycle's log at some moment, signed: whoever keeps one can tell later
 * whether anything in front of it was changed or taken out.
 *
 * @param cycle number of the cycle
 * @param size ballots in the log, and as many receipts
 * @param ballotsRoot root of the tree over the sealed ballots
 * @param receiptsRoot root of the tree over the receipts
 * @param signature Ed25519 over {@link #content}
 */
@NamedInterface("log")
public record Checkpoint(long cycle, long size, byte[] ballotsRoot, byte[] receiptsRoot, byte[] signature) {

	/** Names the format, so that a signature can never be taken for another one. */
	static final String FORMAT = "pingyi-checkpoint/1";

	/** What is signed, line by line: format, cycle, size, both roots in hexadecimal. */
	public String content() {
		return content(this.cycle, this.size, this.ballotsRoot, this.receiptsRoot);
	}

	static String content(long cycle, long size, byte[] ballotsRoot, byte[] receiptsRoot) {
		HexFormat hex = HexFormat.of();
		return String.join("\n", FORMAT, String.valueOf(cycle), String.valueOf(size), hex.formatHex(ballotsRoot),
				hex.formatHex(receiptsRoot), "");
	}

	/**
	 * As others keep it, in one line: cycle, size, both roots and the signature in
	 * hexadecimal, separated by spaces.
	 */
	public String line() {
		HexFormat hex = HexFormat.of();
		return String.join(" ", String.valueOf(this.cycle), String.valueOf(this.size), hex.formatHex(this.ballotsRoot),
				hex.formatHex(this.receiptsRoot), hex.formatHex(this.signature));
	}

	static Checkpoint read(String line) {
		String[] parts = line.split(" ", -1);
		HexFormat hex = HexFormat.of();
		return new Checkpoint(Long.parseLong(parts[0]), Long.parseLong(parts[1]), hex.parseHex(parts[2]),
				hex.parseHex(parts[3]), hex.parseHex(parts[4]));
	}

}
