package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the answers of a scale are worth, as whole numbers of a small unit, so that many
 * answers add up without a decimal for each.
 */
final class Points {

	/** What an answer without a value is worth. */
	private static final long NONE = Long.MIN_VALUE;

	/** What an answer is worth that the scale lacks. */
	private static final long UNKNOWN = NONE + 1;

	/** Marks are in tenths. */
	private static final int MARKS = 1;

	private final Scale scale;

	/** A unit is a tenth of a point, a hundredth, ... */
	private final int places;

	/** By the codes of the levels; empty for marks and places. */
	private final long[] levels;

	Points(Scale scale) {
		this.scale = scale;
		this.places = places(scale);
		this.levels = new long[size(scale.levels())];
		Arrays.fill(this.levels, UNKNOWN);
		scale.levels().forEach((level) -> this.levels[level.code()] = units(level.points()));
	}

	private static int places(Scale scale) {
		Ladder ladder = scale.ladder();
		int places = (ladder != null) ? ladder.places() : MARKS;
		for (Level level : scale.levels()) {
			BigDecimal points = level.points();
			places = (points != null) ? Math.max(places, points.scale()) : places;
		}
		return Math.max(places, 0);
	}

	private static int size(List<Level> levels) {
		int size = 0;
		for (Level level : levels) {
			size = Math.max(size, level.code() + 1);
		}
		return size;
	}

	private long units(@Nullable BigDecimal points) {
		return (points != null) ? points.movePointRight(this.places).longValueExact() : NONE;
	}

	/** What an answer is worth in units. */
	long of(int code) {
		if (this.levels.length > 0) {
			return (code < this.levels.length) ? this.levels[code] : UNKNOWN;
		}
		return this.scale.accepts(code) ? units(this.scale.points(code)) : UNKNOWN;
	}

	/** Whether an answer has a value; refuses one that the scale lacks. */
	boolean hasValue(int code) {
		long units = of(code);
		if (units == UNKNOWN) {
			throw new IllegalArgumentException("No answer " + code + " on " + this.scale.code());
		}
		return units != NONE;
	}

	/** Units as points. */
	BigDecimal points(long units) {
		return BigDecimal.valueOf(units, this.places);
	}

}
