package org.pingyi.intake.ballot.log;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many ballots of a cycle a node had acknowledged since its start, signed. It counts
 * what people were told, not what the database holds: whoever deletes ballots that wait
 * together with their rights is left with fewer.
 *
 * @param node names one start of a node
 */
record AcceptedCount(long cycle, String node, long ballots, byte[] signature) {

	/** Names the format, so that a signature can never be taken for another one. */
	static final String FORMAT = "pingyi-accepted/1";

	/** How its line begins where it is kept beside checkpoints. */
	static final String KEPT = "accepted ";

	private static final Pattern LINE = Pattern
		.compile("accepted (?<cycle>[0-9]{1,18}) (?<node>[0-9a-f-]{36}) (?<ballots>[0-9]{1,18}) "
				+ "(?<signature>(?:[0-9a-f]{2})+)");

	static AcceptedCount of(long cycle, String node, long ballots, Signer signer) {
		return new AcceptedCount(cycle, node, ballots, signer.sign(content(cycle, node, ballots)));
	}

	private static String content(long cycle, String node, long ballots) {
		return String.join("\n", FORMAT, String.valueOf(cycle), node, String.valueOf(ballots), "");
	}

	boolean isSignedBy(Signer signer) {
		return signer.signed(content(this.cycle, this.node, this.ballots), this.signature);
	}

	/**
	 * As others keep it: {@code accepted}, cycle, node, ballots and signature, separated
	 * by spaces.
	 */
	String line() {
		return KEPT + this.cycle + " " + this.node + " " + this.ballots + " "
				+ HexFormat.of().formatHex(this.signature);
	}

	/** The count of a line; nothing for any other line. */
	static Optional<AcceptedCount> read(String line) {
		Matcher parts = LINE.matcher(line);
		return parts.matches()
				? Optional.of(new AcceptedCount(Long.parseLong(parts.group("cycle")), parts.group("node"),
						Long.parseLong(parts.group("ballots")), HexFormat.of().parseHex(parts.group("signature"))))
				: Optional.empty();
	}

}
