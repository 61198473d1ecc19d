package org.pingyi.verify.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What bonuses and deductions come to. */
final class EventFigure {

	private final Map<String, Document> bonuses = new HashMap<>();

	private final Map<String, Document> deductions = new HashMap<>();

	private final Map<String, Rational> causes = new HashMap<>();

	private final Map<String, Rational> handlings = new HashMap<>();

	EventFigure(Document scheme) {
		scheme.object("adjustments").ifPresent((rules) -> {
			rules.list("bonuses").forEach((rule) -> this.bonuses.put(rule.text("code"), rule));
			rules.list("deductions").forEach((rule) -> this.deductions.put(rule.text("code"), rule));
			rules.list("causes").forEach((cause) -> this.causes.put(cause.text("code"), cause.required("factor")));
			rules.list("handlings")
				.forEach((handling) -> this.handlings.put(handling.text("code"), handling.required("factor")));
		});
	}

	/** The base and the events of a ledger, within its limits. */
	Rational ledger(Document node, List<Document> events) {
		Collection<Rational> points = node.truth("highestPerReference") ? highest(events)
				: events.stream().map(this::points).toList();
		Rational sum = Rational.sum(points);
		Rational bounded = node.figure("cap").map((cap) -> sum.atMost(cap).atLeast(cap.negated())).orElse(sum);
		Rational total = node.figure("base", Rational.ZERO).plus(bounded);
		return node.figure("floor").map(total::atLeast).orElse(total);
	}

	/** Of the events that rest on one document, the one that counts most. */
	private Collection<Rational> highest(List<Document> events) {
		Map<String, Rational> highest = new HashMap<>();
		events.forEach((event) -> highest.merge(event.text("reference"), points(event),
				(one, other) -> size(one).isBelow(size(other)) ? other : one));
		return highest.values();
	}

	private static Rational size(Rational points) {
		return (points.sign() < 0) ? points.negated() : points;
	}

	/** Above 0 for a bonus, below for a deduction. */
	private Rational points(Document event) {
		Document bonus = this.bonuses.get(event.text("rule"));
		if (bonus != null) {
			return worth(bonus, event);
		}
		Document deduction = this.deductions.get(event.text("rule"));
		if (deduction == null) {
			throw event.unreadable("rule");
		}
		return worth(deduction, event).times(attribution(event)).negated();
	}

	private static Rational worth(Document rule, Document event) {
		Rational quantity = rule.object("each")
			.map((each) -> each.required("points").times(event.figure("quantity", Rational.ZERO)))
			.orElse(Rational.ZERO);
		Rational points = rule.required("points").plus(quantity);
		return rule.figure("most").map(points::atMost).orElse(points);
	}

	private Rational attribution(Document event) {
		return Stream.of(factor(this.causes, event, "cause"), factor(this.handlings, event, "handling"))
			.reduce(Rational.ONE, Rational::times);
	}

	private static Rational factor(Map<String, Rational> factors, Document event, String kind) {
		Rational factor = event.text(kind, "").isEmpty() ? Rational.ONE : factors.get(event.text(kind));
		if (factor == null) {
			throw event.unreadable(kind);
		}
		return factor;
	}

	/**
	 * How many events there are, each by its cause and handling where the node says so.
	 */
	Rational count(Document node, List<Document> events) {
		return node.truth("attributed") ? Rational.sum(events.stream().map(this::attribution).toList())
				: Rational.of(events.size());
	}

}
