package org.pingyi.base.web;

import org.jspecify.annotations.Nullable;

/** The parts of the frames' navigation, in their order. */
public enum Area {

	/** Above the pages that everybody sees. */
	PUBLIC(null, "base/web/plain"),
	/** The desk: who, when and by which rules. */
	DESK(null, "base/web/desk"),
	/** The desk: what is counted. */
	INTAKE("web.nav.intake", "base/web/desk"),
	/** The desk: what is concluded. */
	OUTCOME("web.nav.outcome", "base/web/desk"),
	/** The desk of auditors and administrators. */
	CONTROL(null, "base/web/desk"),
	/** The pages of a unit. */
	UNIT(null, "base/web/unit"),
	/** An inspector's tablet. */
	INSPECT(null, "base/web/inspect");

	private final @Nullable String heading;

	private final String frame;

	Area(@Nullable String heading, String frame) {
		this.heading = heading;
		this.frame = frame;
	}

	/** Message key of the words above it, or null for none. */
	public @Nullable String heading() {
		return this.heading;
	}

	/** Template of the frame in which a problem of its pages is shown. */
	String frame() {
		return this.frame;
	}

}
