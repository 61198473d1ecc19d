package org.pingyi.base.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The hash that ties an entry to the one before it: SHA-256 over the previous hash and
 * the entry's fields, each led by its length so that no two entries read alike.
 */
final class Chain {

	/** What the first entry follows. */
	static final byte[] START = new byte[32];

	private Chain() {
	}

	static byte[] hash(byte[] previous, Entry entry) {
		MessageDigest digest = Sha256.digest();
		digest.update(previous);
		digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.id()).array());
		add(digest, entry.at().toString());
		add(digest, entry.actor());
		add(digest, entry.act());
		add(digest, entry.subject());
		add(digest, entry.detail());
		return digest.digest();
	}

	private static void add(MessageDigest digest, String field) {
		byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
		digest.update(bytes);
	}

}
