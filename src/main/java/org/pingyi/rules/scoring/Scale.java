package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What can be answered to an item: one of a few levels, or a mark in a range.
 *
 * @param code its name inside the scheme
 * @param levels the levels from best to worst; empty for marks
 * @param maximum the highest mark, at most 100; ignored for levels. Marks run from 0 in
 * tenths, and are stored as tenths: 87.5 is 875
 */
public record Scale(String code, List<Level> levels, BigDecimal maximum) {

	public boolean hasLevels() {
		return !this.levels.isEmpty();
	}

	public Optional<Level> level(int code) {
		for (Level level : this.levels) {
			if (level.code() == code) {
				return Optional.of(level);
			}
		}
		return Optional.empty();
	}

	/** Whether a stored answer code belongs to this scale. */
	public boolean accepts(int code) {
		return hasLevels() ? level(code).isPresent()
				: code >= 0 && BigDecimal.valueOf(code, 1).compareTo(this.maximum) <= 0;
	}

}
