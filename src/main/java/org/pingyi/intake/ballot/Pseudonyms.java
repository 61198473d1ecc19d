package org.pingyi.intake.ballot;

import org.springframework.stereotype.Component;

/**
 * Turns what identifies a person into a value that only the holder of the key, which is
 * kept outside the database, can make again.
 */
@Component
public class Pseudonyms {

	/**
	 * HMAC-SHA-256 in hexadecimal, 64 characters.
	 * @param purpose keeps the pseudonyms of different uses apart: {@code vote.phone}
	 * @param value what is to be hidden
	 */
	public String of(String purpose, String value) {
		throw new UnsupportedOperationException();
	}

}
