package org.pingyi.rules.scoring;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Where a figure must lie; each edge says whether it belongs to the range.
 *
 * @param from lower edge, closed (不低于), or null
 * @param above lower edge, open (高于), or null
 * @param to upper edge, closed (不高于), or null
 * @param below upper edge, open (低于), or null
 */
public record Range(@Nullable BigDecimal from, @Nullable BigDecimal above, @Nullable BigDecimal to,
		@Nullable BigDecimal below) {

	/** Everything. */
	public static final Range ALL = new Range(null, null, null, null);

	/** Whether a figure lies in it. */
	public boolean holds(BigDecimal figure) {
		return holds(Exact.of(figure));
	}

	boolean holds(Exact figure) {
		return (this.from == null || figure.compareTo(Exact.of(this.from)) >= 0)
				&& (this.above == null || figure.compareTo(Exact.of(this.above)) > 0)
				&& (this.to == null || figure.compareTo(Exact.of(this.to)) <= 0)
				&& (this.below == null || figure.compareTo(Exact.of(this.below)) < 0);
	}

	/** Whether it has no edge at all. */
	public boolean isAll() {
		return equals(ALL);
	}

	/** Whether it has an upper edge. */
	public boolean isBounded() {
		return this.to != null || this.below != null;
	}

}
