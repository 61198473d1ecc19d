package org.pingyi.intake.ballot.log;

import java.util.HexFormat;
import java.util.Optional;

import org.pingyi.base.audit.KeptEntry;

/**
 * The last entry of the trail at some time, signed. It is apart from the checkpoints of
 * the logs, which would tell between which entries a batch was sealed.
 */
record TrailCheckpoint(KeptEntry entry, byte[] signature) {

	/** Names the format, so that a signature can never be taken for another one. */
	static final String FORMAT = "pingyi-trail/1";

	/** How its line begins where it is kept beside checkpoints. */
	static final String KEPT = "trail ";

	private static final int PARTS = 4;

	static TrailCheckpoint of(KeptEntry entry, Signer signer) {
		return new TrailCheckpoint(entry,
				signer.sign(String.join("\n", FORMAT, String.valueOf(entry.id()), entry.hash(), "")));
	}

	/**
	 * As others keep it: {@code trail}, number, hash and signature, separated by spaces.
	 */
	String line() {
		return KEPT + this.entry.id() + " " + this.entry.hash() + " " + HexFormat.of().formatHex(this.signature);
	}

	/** The entry of a line; nothing for any other line. */
	static Optional<KeptEntry> read(String line) {
		String[] parts = line.split(" ", -1);
		return (line.startsWith(KEPT) && parts.length == PARTS)
				? Optional.of(new KeptEntry(Long.parseLong(parts[1]), parts[2])) : Optional.empty();
	}

}
