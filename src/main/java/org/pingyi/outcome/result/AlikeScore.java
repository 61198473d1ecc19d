package org.pingyi.outcome.result;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a score would be if every ballot counted alike.
 *
 * @param score null where it is withheld, because the difference would tell what few
 * people said
 */
public record AlikeScore(@Nullable BigDecimal score) {

	/**
	 * Nothing where every ballot counts alike, or there is no score to compare it with.
	 */
	static @Nullable AlikeScore of(@Nullable BigDecimal score, boolean withheld) {
		return (score == null) ? null : new AlikeScore(withheld ? null : score);
	}

}
