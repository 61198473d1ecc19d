package org.pingyi.outcome.result.rendition;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.Stream;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Seals renditions with an HMAC under a key outside the database: whoever writes into it
 * puts nothing before the public.
 */
@Component
class RenditionSeals {

	private static final String PURPOSE = "result.rendition";

	private final Pseudonyms pseudonyms;

	RenditionSeals(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	byte[] of(String... fields) {
		return this.pseudonyms.mac(Stream.concat(Stream.of(PURPOSE), Arrays.stream(fields)).toArray(String[]::new));
	}

	boolean hold(byte[] seal, String... fields) {
		return MessageDigest.isEqual(seal, of(fields));
	}

	static String digest(byte[] content) {
		return Sha256.hex(content);
	}

}
