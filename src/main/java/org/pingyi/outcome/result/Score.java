package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Scorecard;

/**
 * What a unit reached in a run.
 *
 * @param card its scorecard
 * @param withheld codes of its lines that rest on too few people
 * @param alike its score if every ballot counted alike, or null where every one does
 * @param alikeWithheld whether that would tell what few people said
 */
record Score(Scorecard card, Set<String> withheld, @Nullable BigDecimal alike, boolean alikeWithheld) {

	/**
	 * The score if every ballot counted alike, as far as a reader may see it; null also
	 * where there is no score to compare it with.
	 */
	@Nullable AlikeScore alike(boolean discreet) {
		return AlikeScore.of(this.card.hasScore() ? this.alike : null, discreet && this.alikeWithheld);
	}

}
