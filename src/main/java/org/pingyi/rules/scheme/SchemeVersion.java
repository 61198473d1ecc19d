package org.pingyi.rules.scheme;

import java.time.Instant;

import org.pingyi.rules.scoring.Rules;

/**
 * A frozen version of a scheme (考评办法). It never changes.
 *
 * @param id internal number, which cycles name
 * @param scheme number of the scheme that it is a version of
 * @param title the method's Chinese title
 * @param number 1, 2, 3 within the scheme
 * @param frozenAt when it was frozen
 * @param digest SHA-256 of its document, in hexadecimal
 * @param rules its content
 */
public record SchemeVersion(long id, long scheme, String title, int number, Instant frozenAt, String digest,
		Rules rules) {
}
