package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What can be answered to an item: one of a few levels, a mark in a range, or a place
 * among all units of a sheet.
 *
 * @param code its name inside the scheme
 * @param levels the levels from best to worst; empty for marks and places
 * @param maximum the highest mark, at most 100; ignored for levels. Marks run from 0 in
 * tenths, and are stored as tenths: 87.5 is 875
 * @param ladder what each place is worth when units are put in order, stored as the place
 * itself from 1; null for levels and marks
 */
public record Scale(String code, List<Level> levels, BigDecimal maximum, @Nullable Ladder ladder) {

	/** The last place that can be given. */
	public static final int LAST_PLACE = 999;

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

	/** Whether units are put in order. */
	public boolean hasPlaces() {
		return this.ladder != null;
	}

	/** Whether a stored answer code belongs to this scale. */
	public boolean accepts(int code) {
		if (hasLevels()) {
			return level(code).isPresent();
		}
		return hasPlaces() ? code >= 1 && code <= LAST_PLACE
				: code >= 0 && BigDecimal.valueOf(code, 1).compareTo(this.maximum) <= 0;
	}

	/** What an answer is worth, or null when it has no value. */
	@Nullable BigDecimal points(int code) {
		if (hasLevels()) {
			return level(code).map(Level::points).orElse(null);
		}
		Ladder places = this.ladder;
		return (places != null) ? places.points(code) : BigDecimal.valueOf(code, 1);
	}

}
