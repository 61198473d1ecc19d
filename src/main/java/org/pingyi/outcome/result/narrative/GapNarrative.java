package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Line;

/**
 * Tells of what a difference of scores consists. The figures are rounded as the scores
 * are, and what is not named closes the sum, so that a reader can add them up.
 */
final class GapNarrative {

	/** Lines that share the name of the line they stand under. */
	private static final Set<String> NAMESAKES = Set.of("groupMean", "converted", "cap", "floor", "base");

	private final Messages words;

	private final Explanation.Gap gap;

	private final int places;

	private final boolean ahead;

	GapNarrative(Messages words, Explanation.Gap gap) {
		this.words = words;
		this.gap = gap;
		this.places = Math.max(1, gap.points().scale());
		this.ahead = gap.points().signum() > 0;
	}

	/**
	 * The whole sentence.
	 * @param compared what the unit is compared with, and the difference
	 */
	String sentence(String compared) {
		List<Explanation.Reason> named = this.gap.reasons().stream().filter((reason) -> seen(reason.points())).toList();
		if (named.isEmpty()) {
			return this.words.say("result.told.end", compared);
		}
		BigDecimal told = named.stream()
			.map((reason) -> rounded(reason.points()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal rest = this.gap.points().subtract(told);
		String because = this.words.say(this.ahead ? "result.told.more" : "result.told.less", compared,
				this.words.list(named.stream().map(this::reason).toList()));
		return (rest.signum() == 0) ? this.words.say("result.told.end", because)
				: this.words.say((rest.signum() > 0) ? "result.told.restMore" : "result.told.restLess", because,
						this.words.figure(rest.abs()));
	}

	private String reason(Explanation.Reason reason) {
		String line = say("line", this.words.quoted(name(reason.line())), shown(reason.points()));
		List<String> items = reason.items()
			.stream()
			.filter((item) -> seen(item.points()))
			.map((item) -> say("item", item.number(), this.words.quoted(this.words.in(item.item().text())),
					shown(item.points())))
			.toList();
		return items.isEmpty() ? line : this.words.say("result.told.ofIt", line, this.words.list(items));
	}

	private String say(String part, Object... arguments) {
		return this.words.say("result.told." + part + (this.ahead ? "More" : "Less"), arguments);
	}

	private String name(Line line) {
		String name = this.words.in(line.name());
		return NAMESAKES.contains(line.rule())
				? this.words.say("result.told.namesake", name, this.words.say("scoring.rule." + line.rule())) : name;
	}

	private String shown(BigDecimal points) {
		return this.words.figure(rounded(points).abs());
	}

	private boolean seen(BigDecimal points) {
		return rounded(points).signum() != 0;
	}

	private BigDecimal rounded(BigDecimal points) {
		return points.setScale(this.places, RoundingMode.HALF_UP);
	}

}
