package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * What a trimmed mean leaves out (去掉最高分和最低分): either a number or a share.
 *
 * @param drop how many of the highest and how many of the lowest, or null
 * @param percent the same as per cent of all, rounded down to whole ones, or null
 * @param from how many there must be for anything to be left out
 */
public record Trim(@Nullable Long drop, @Nullable BigDecimal percent, long from) {

	/** How many are left out at each end of so many. */
	long each(long all) {
		if (all < this.from) {
			return 0;
		}
		BigDecimal share = this.percent;
		Long number = this.drop;
		long each = (share != null)
				? share.multiply(BigDecimal.valueOf(all)).divide(Node.HUNDRED, 0, RoundingMode.DOWN).longValueExact()
				: ((number != null) ? number : 0);
		return Math.min(each, (all - 1) / 2);
	}

}
