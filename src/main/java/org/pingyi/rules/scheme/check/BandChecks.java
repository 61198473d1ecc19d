package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.pingyi.rules.scoring.Conversion.Band;
import org.pingyi.rules.scoring.Conversion.Bands;
import org.pingyi.rules.scoring.Conversion.Condition;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Range;

/**
 * Checks that exactly one band of a table fits every figure, and names the first figure
 * for which none or two do.
 */
final class BandChecks {

	private final Checks checks;

	private final NodeRanges nodeRanges;

	private final String place;

	private final Bands bands;

	private final List<String> measures;

	BandChecks(Checks checks, NodeRanges nodeRanges, String place, Bands bands) {
		this.checks = checks;
		this.nodeRanges = nodeRanges;
		this.place = place;
		this.bands = bands;
		this.measures = bands.parts().stream().map((part) -> part.head().code()).toList();
	}

	void run() {
		this.checks.require(!this.bands.bands().isEmpty(), this.place + ".bands", "noBands", "");
		if (conditions() && !this.measures.isEmpty()) {
			cover();
		}
	}

	private boolean conditions() {
		boolean sound = true;
		for (int i = 0; i < this.bands.bands().size(); i++) {
			List<Condition> when = this.bands.bands().get(i).when();
			for (int j = 0; j < when.size(); j++) {
				sound &= condition(this.place + ".bands[" + i + "].when[" + j + "]", when.get(j));
			}
		}
		return sound;
	}

	private boolean condition(String at, Condition condition) {
		boolean known = condition.node().isEmpty() || this.measures.contains(condition.node());
		this.checks.require(known, at + ".node", "unknownNode", condition.node());
		return this.checks.range(at, condition.range()) && known;
	}

	private void cover() {
		List<List<BigDecimal>> values = IntStream.range(0, this.measures.size()).mapToObj(this::values).toList();
		for (List<BigDecimal> figures : combinations(values)) {
			if (isPossible(figures) && !isSound(figures)) {
				return;
			}
		}
	}

	private List<BigDecimal> values(int measure) {
		List<Range> ranges = this.bands.bands()
			.stream()
			.flatMap((band) -> band.when().stream())
			.filter((when) -> measure(when) == measure)
			.map(Condition::range)
			.toList();
		Node node = this.bands.parts().get(measure);
		return BoundaryValues.of(ranges, this.nodeRanges.of(node), node.head().places());
	}

	private int measure(Condition when) {
		return when.node().isEmpty() ? 0 : this.measures.indexOf(when.node());
	}

	private static List<List<BigDecimal>> combinations(List<List<BigDecimal>> values) {
		List<List<BigDecimal>> all = List.of(List.of());
		for (List<BigDecimal> next : values) {
			all = all.stream().flatMap((known) -> next.stream().map((value) -> and(known, value))).toList();
		}
		return all;
	}

	private static List<BigDecimal> and(List<BigDecimal> known, BigDecimal value) {
		List<BigDecimal> all = new ArrayList<>(known);
		all.add(value);
		return all;
	}

	/**
	 * Shares of the same answers at different levels are together 100 per cent at most.
	 */
	private boolean isPossible(List<BigDecimal> figures) {
		Map<Object, BigDecimal> together = IntStream.range(0, figures.size())
			.filter((measure) -> this.bands.parts().get(measure) instanceof Poll.BallotRate)
			.boxed()
			.collect(Collectors.groupingBy((measure) -> ((Poll.BallotRate) this.bands.parts().get(measure)).sample(),
					Collectors.reducing(BigDecimal.ZERO, figures::get, BigDecimal::add)));
		return overlapping() || together.values().stream().allMatch((sum) -> sum.compareTo(Node.HUNDRED) <= 0);
	}

	private boolean overlapping() {
		List<Integer> levels = this.bands.parts()
			.stream()
			.filter(Poll.BallotRate.class::isInstance)
			.flatMap((part) -> ((Poll.BallotRate) part).levels().stream())
			.toList();
		return levels.stream().distinct().count() < levels.size();
	}

	private boolean isSound(List<BigDecimal> figures) {
		List<Integer> fitting = IntStream.range(0, this.bands.bands().size())
			.filter((band) -> fits(this.bands.bands().get(band), figures))
			.boxed()
			.toList();
		String value = figures.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" / "));
		this.checks.require(!fitting.isEmpty(), this.place + ".bands", "bandGap", value);
		this.checks.require(fitting.size() <= 1,
				this.place + ".bands[" + (fitting.isEmpty() ? 0 : fitting.getLast()) + "]", "bandOverlap", value);
		return fitting.size() == 1;
	}

	private boolean fits(Band band, List<BigDecimal> figures) {
		return band.when().stream().allMatch((when) -> when.range().holds(figures.get(measure(when))));
	}

}
