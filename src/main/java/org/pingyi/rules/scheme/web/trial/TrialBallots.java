package org.pingyi.rules.scheme.web.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.pingyi.rules.scheme.web.trial.TrialQuestions.Ballots;
import org.pingyi.rules.scoring.Inputs.Tally;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Scale;

/** Turns what was typed about a channel into the histograms of a unit. */
final class TrialBallots {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Ballots ballots;

	private final Scale scale;

	TrialBallots(Ballots ballots) {
		this.ballots = ballots;
		this.scale = ballots.scale();
	}

	/** The ballots as they were typed. */
	List<Tally> typed(String unit, TrialForm typed) {
		Map<Integer, Long> alike = this.scale.hasLevels() ? levels(typed) : bars(typed, this.ballots.field() + ".mean");
		List<Map<Integer, Long>> items = new ArrayList<>();
		for (int item = 1; item <= this.ballots.items().size(); item++) {
			String field = this.ballots.field() + ".i" + item;
			items.add(typed.text(field).isEmpty() ? alike : this.scale.hasLevels()
					? levels(typed.counts(field, this.scale.levels().size())) : bars(typed, field));
		}
		return tallies(unit, items);
	}

	private Map<Integer, Long> levels(TrialForm typed) {
		return levels(this.scale.levels()
			.stream()
			.map((level) -> typed.whole(this.ballots.field() + ".l" + level.code()))
			.toList());
	}

	private Map<Integer, Long> levels(List<Long> counts) {
		Map<Integer, Long> bars = new TreeMap<>();
		for (int i = 0; i < counts.size(); i++) {
			bars.put(this.scale.levels().get(i).code(), counts.get(i));
		}
		return bars;
	}

	/** So many marks of a mean, in tenths, or so many times the same place. */
	private Map<Integer, Long> bars(TrialForm typed, String field) {
		long count = typed.whole(this.ballots.field() + ".count");
		if (this.scale.hasPlaces()) {
			BigDecimal place = typed.figure(field, BigDecimal.ONE, BigDecimal.valueOf(Scale.LAST_PLACE));
			return (place == null) ? Map.of() : Map.of(place.setScale(0, RoundingMode.HALF_UP).intValueExact(), count);
		}
		BigDecimal mean = typed.figure(field, BigDecimal.ZERO, this.scale.maximum());
		return (mean == null || count == 0) ? Map.of() : marks(mean, count);
	}

	private static Map<Integer, Long> marks(BigDecimal mean, long count) {
		long tenths = mean.movePointRight(1)
			.multiply(BigDecimal.valueOf(count))
			.setScale(0, RoundingMode.HALF_UP)
			.longValueExact();
		int lower = Math.toIntExact(tenths / count);
		long higher = tenths % count;
		return (higher == 0) ? Map.of(lower, count) : Map.of(lower, count - higher, lower + 1, higher);
	}

	/** A hundred ballots that come to about these points of a hundred. */
	List<Tally> about(String unit, BigDecimal points) {
		Map<Integer, Long> bars = this.scale.hasLevels() ? mixed(points) : same(points);
		return tallies(unit, this.ballots.items().stream().map((item) -> bars).toList());
	}

	private Map<Integer, Long> same(BigDecimal points) {
		Ladder ladder = this.scale.ladder();
		if (ladder == null) {
			return marks(points.multiply(this.scale.maximum()).divide(HUNDRED), 100);
		}
		int steps = ladder.first().subtract(points).divide(ladder.step(), 0, RoundingMode.HALF_UP).intValue();
		return Map.of(Math.max(1, Math.min(Scale.LAST_PLACE, steps + 1)), 100L);
	}

	/** Of the two levels next to the points so many each that their mean is close. */
	private Map<Integer, Long> mixed(BigDecimal points) {
		List<Level> rising = this.scale.levels()
			.stream()
			.filter((level) -> level.points() != null)
			.sorted(Comparator.comparing(TrialBallots::points))
			.toList();
		Level lower = rising.reversed()
			.stream()
			.filter((level) -> points(level).compareTo(points) <= 0)
			.findFirst()
			.orElse(rising.getFirst());
		Level upper = rising.stream().filter((level) -> points(level).compareTo(points) > 0).findFirst().orElse(lower);
		BigDecimal span = points(upper).subtract(points(lower));
		if (span.signum() <= 0 || points.compareTo(points(lower)) < 0) {
			return Map.of(lower.code(), 100L);
		}
		long better = points.subtract(points(lower))
			.multiply(HUNDRED)
			.divide(span, 0, RoundingMode.HALF_UP)
			.longValue();
		return Map.of(lower.code(), 100 - better, upper.code(), better);
	}

	private static BigDecimal points(Level level) {
		BigDecimal points = level.points();
		return (points != null) ? points : BigDecimal.ZERO;
	}

	private List<Tally> tallies(String unit, List<Map<Integer, Long>> items) {
		List<Tally> tallies = new ArrayList<>();
		long valid = 0;
		for (int i = 0; i < items.size(); i++) {
			int item = i + 1;
			items.get(i).forEach((code, count) -> add(tallies, unit, item, code, count));
			valid = Math.max(valid, items.get(i).values().stream().mapToLong(Long::longValue).sum());
		}
		add(tallies, unit, 0, 0, valid);
		return tallies;
	}

	private void add(List<Tally> tallies, String unit, int item, int code, long count) {
		if (count > 0) {
			tallies
				.add(new Tally(unit, this.ballots.channel().code(), this.ballots.raterClass(), 0, item, code, count));
		}
	}

}
