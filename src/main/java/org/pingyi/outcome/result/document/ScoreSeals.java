package org.pingyi.outcome.result.document;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.Stream;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Seals scores with an HMAC under a key outside the database: the ranking is drawn from
 * summaries, which no digest of a run covers.
 */
@Component
public class ScoreSeals {

	private static final String PURPOSE = "result.score";

	private final Pseudonyms pseudonyms;

	ScoreSeals(Pseudonyms pseudonyms) {
		this.pseudonyms = pseudonyms;
	}

	public byte[] of(String... fields) {
		return this.pseudonyms.mac(Stream.concat(Stream.of(PURPOSE), Arrays.stream(fields)).toArray(String[]::new));
	}

	public boolean hold(byte[] seal, String... fields) {
		return MessageDigest.isEqual(seal, of(fields));
	}

}
