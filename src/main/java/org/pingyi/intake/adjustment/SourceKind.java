package org.pingyi.intake.adjustment;

import java.util.Locale;

/** Where adjustments come from. */
public enum SourceKind {

	/** Typed in by the office. */
	DESK,
	/** Claimed by the unit itself. */
	CLAIM,
	/** A case of the 12345 hotline. */
	HOTLINE;

	/** The source as a proposal names it: {@code hotline:12345-0001}. */
	public String source(String number) {
		return name().toLowerCase(Locale.ROOT) + ":" + number;
	}

	static SourceKind of(Proposal proposal) {
		return valueOf(proposal.source().split(":", 2)[0].toUpperCase(Locale.ROOT));
	}

	/** The source's own number, or "". */
	public static String number(Proposal proposal) {
		String[] parts = proposal.source().split(":", 2);
		return (parts.length > 1) ? parts[1] : "";
	}

}
