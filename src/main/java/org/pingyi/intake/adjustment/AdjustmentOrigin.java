package org.pingyi.intake.adjustment;

import org.jspecify.annotations.Nullable;

/**
 * Where an adjustment comes from, with the links that whoever is signed in may follow.
 * The message {@code adjustment.source.} + {@code source} names it and takes
 * {@code number}.
 *
 * @param adjustment the adjustment's number, as the events of a run carry it
 * @param page address of the adjustment
 * @param source kind of its source
 * @param number the source's own number: that of a hotline case; or ""
 * @param sourcePage address of the source, or null where the reader may not open it or it
 * has none
 */
public record AdjustmentOrigin(long adjustment, String page, SourceKind source, String number,
		@Nullable String sourcePage) {

	/** Key of the message that names the source. */
	public String key() {
		return "adjustment.source." + this.source;
	}

}
