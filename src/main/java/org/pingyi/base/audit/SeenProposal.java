package org.pingyi.base.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.pingyi.base.web.Refusal;

/**
 * A proposal as somebody saw it. Pages send it with the decision, so that nobody decides
 * what has become of the proposal since, on a stale page or by a hand in the database.
 *
 * @param id number of the proposal
 * @param digest SHA-256 over all that weighs in it, in hexadecimal
 */
public record SeenProposal(long id, String digest) {

	/**
	 * A proposal as it is now.
	 * @param weighing whatever was proposed, by whom and when, in a fixed order; nothing
	 * that a decision changes
	 */
	public static SeenProposal of(long id, Object... weighing) {
		MessageDigest digest = Sha256.digest();
		for (Object part : weighing) {
			byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			digest.update(bytes);
		}
		return new SeenProposal(id, HexFormat.of().formatHex(digest.digest()));
	}

	/** Reads what {@link #toString} gives; a number alone is a proposal nobody saw. */
	public static SeenProposal valueOf(String text) {
		int end = text.indexOf('-');
		return (end < 0) ? new SeenProposal(Long.parseLong(text), "")
				: new SeenProposal(Long.parseLong(text.substring(0, end)), text.substring(end + 1));
	}

	/**
	 * Makes sure that this, which is decided, is what was seen. To be called once the row
	 * is decided, in the same transaction: then nobody changes it any more.
	 * @throws Refusal 409 {@code audit.changed}
	 */
	public void requireSeen(SeenProposal seen) {
		if (!equals(seen)) {
			throw Refusal.conflict("audit.changed");
		}
	}

	/** As pages send it. */
	@Override
	public String toString() {
		return this.id + "-" + this.digest;
	}

}
