package org.pingyi.rules.scheme;

import java.time.Instant;

import org.pingyi.rules.scheme.format.SchemeFile;

/**
 * A scheme that is still written.
 *
 * @param scheme number of the scheme
 * @param title the method's Chinese title
 * @param changedAt when it was last changed
 * @param document its content as a scheme file
 */
public record Draft(long scheme, String title, Instant changedAt, String document) {

	/** What the digest of a version frozen from it would be. */
	public String digest() {
		return SchemeFile.digest(this.document);
	}

}
