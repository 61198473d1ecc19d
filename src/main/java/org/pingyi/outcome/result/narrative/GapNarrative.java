package org.pingyi.outcome.result.narrative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Explanation;
import org.pingyi.rules.scoring.Line;

/**
 * Says of what a difference of scores consists. The figures are rounded as the scores
 * are, and what is not named closes the sum, so that a reader can add them up.
 */
final class GapNarrative {

	/** Lines that share the name of the line they stand under. */
	private static final Set<String> NAMESAKES = Set.of("groupMean", "converted", "cap", "floor", "base");

	private final Messages messages;

	private final Explanation.Gap gap;

	private final int places;

	private final boolean ahead;

	GapNarrative(Messages messages, Explanation.Gap gap) {
		this.messages = messages;
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
			return this.messages.say("result.narrative.end", compared);
		}
		BigDecimal said = named.stream()
			.map((reason) -> rounded(reason.points()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal rest = this.gap.points().subtract(said);
		String because = this.messages.say(this.ahead ? "result.narrative.more" : "result.narrative.less", compared,
				this.messages.list(named.stream().map(this::reason).toList()));
		return (rest.signum() == 0) ? this.messages.say("result.narrative.end", because)
				: this.messages.say((rest.signum() > 0) ? "result.narrative.restMore" : "result.narrative.restLess",
						because, this.messages.figure(rest.abs()));
	}

	private String reason(Explanation.Reason reason) {
		String line = say("line", this.messages.quoted(name(reason.line())), shown(reason.points()));
		List<String> items = reason.items()
			.stream()
			.filter((item) -> seen(item.points()))
			.map((item) -> say("item", item.number(), this.messages.quoted(this.messages.in(item.item().text())),
					shown(item.points())))
			.toList();
		return items.isEmpty() ? line : this.messages.say("result.narrative.ofIt", line, this.messages.list(items));
	}

	private String say(String part, Object... arguments) {
		return this.messages.say("result.narrative." + part + (this.ahead ? "More" : "Less"), arguments);
	}

	private String name(Line line) {
		String name = this.messages.in(line.name());
		return NAMESAKES.contains(line.rule())
				? this.messages.say("result.narrative.namesake", name, this.messages.say("scoring.rule." + line.rule()))
				: name;
	}

	private String shown(BigDecimal points) {
		return this.messages.figure(rounded(points).abs());
	}

	private boolean seen(BigDecimal points) {
		return rounded(points).signum() != 0;
	}

	private BigDecimal rounded(BigDecimal points) {
		return points.setScale(this.places, RoundingMode.HALF_UP);
	}

}
