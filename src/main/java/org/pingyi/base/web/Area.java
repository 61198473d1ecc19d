package org.pingyi.base.web;

import org.jspecify.annotations.Nullable;

/** The parts of the frames' navigation, in their order. */
public enum Area {

	/** Above the pages that everybody sees. */
	PUBLIC(null),
	/** The desk: who, when and by which rules. */
	DESK(null),
	/** The desk: what is counted. */
	INTAKE("web.nav.intake"),
	/** The desk: what is concluded. */
	OUTCOME("web.nav.outcome"),
	/** The desk of auditors and administrators. */
	CONTROL(null),
	/** The pages of a unit. */
	UNIT(null),
	/** An inspector's tablet. */
	INSPECT(null);

	private final @Nullable String heading;

	Area(@Nullable String heading) {
		this.heading = heading;
	}

	/** Message key of the words above it, or null for none. */
	public @Nullable String heading() {
		return this.heading;
	}

}
