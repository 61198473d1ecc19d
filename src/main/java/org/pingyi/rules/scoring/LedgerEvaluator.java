package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.Evaluated.Part;

/**
 * Adds up the events that a ledger collects: each is a line, and so are what it starts
 * from, the cap and the floor.
 */
final class LedgerEvaluator {

	static final String EVENT = "event";

	static final String BASE = "base";

	private final AdjustmentValues adjustmentValues;

	private final Source.Ledger node;

	private final UnitInputs unitInputs;

	private final List<Part> parts = new ArrayList<>();

	private LedgerEvaluator(AdjustmentValues adjustmentValues, Source.Ledger node, UnitInputs unitInputs) {
		this.adjustmentValues = adjustmentValues;
		this.node = node;
		this.unitInputs = unitInputs;
	}

	static Evaluated evaluate(AdjustmentValues adjustmentValues, Source.Ledger node, UnitInputs unitInputs) {
		return new LedgerEvaluator(adjustmentValues, node, unitInputs).evaluate();
	}

	private Evaluated evaluate() {
		List<Charge> charges = this.unitInputs.events()
			.stream()
			.filter((event) -> this.node.rules().contains(event.rule()))
			.map(this.adjustmentValues::charge)
			.toList();
		BigDecimal base = this.node.base();
		if (base.signum() != 0) {
			this.parts.add(Part.asItIs(Evaluated.counted(Label.below(this.node, BASE), Exact.of(base), () -> "")));
		}
		Exact sum = Exact.of(addUp(charges));
		Bounds capped = new Bounds(this.node, negative(this.node.cap()), this.node.cap());
		capped.cut(sum).map(this::named).ifPresent(this.parts::add);
		Exact total = capped.within(sum).plus(Exact.of(base));
		Bounds floor = new Bounds(this.node, this.node.floor(), null);
		floor.cut(total).ifPresent(this.parts::add);
		return Evaluated.counted(this.node, floor.within(total), () -> arithmetic(sum.plus(Exact.of(base))))
			.with(List.copyOf(this.parts));
	}

	private static @Nullable BigDecimal negative(@Nullable BigDecimal cap) {
		return (cap != null) ? cap.negate() : null;
	}

	/** The cap bounds both ends, without sign. */
	private Part named(Part cut) {
		Evaluated line = cut.evaluated();
		return Part.asItIs(Evaluated.counted(Label.below(this.node, Bounds.CAP), Objects.requireNonNull(line.value()),
				line.calculation()));
	}

	private BigDecimal addUp(List<Charge> charges) {
		Map<String, Charge> highest = highest(charges);
		Set<String> traits = this.unitInputs.subject().traits();
		BigDecimal sum = BigDecimal.ZERO;
		for (Charge charge : charges) {
			Line.State state = state(charge, highest, traits);
			BigDecimal points = (state == Line.State.COUNTED) ? charge.points() : BigDecimal.ZERO;
			this.parts.add(event(charge, state, points));
			sum = sum.add(points);
		}
		return sum;
	}

	/** The charge that counts for each document; the first of equal ones. */
	private static Map<String, Charge> highest(List<Charge> charges) {
		Map<String, Charge> highest = new HashMap<>();
		charges.forEach((charge) -> highest.merge(charge.event().reference(), charge,
				(one, other) -> (other.points().abs().compareTo(one.points().abs()) > 0) ? other : one));
		return highest;
	}

	@SuppressWarnings("ReferenceEquality")
	private Line.State state(Charge charge, Map<String, Charge> highest, Set<String> traits) {
		if (!traits.containsAll(charge.traits())) {
			return Line.State.NOT_APPLICABLE;
		}
		// The very same charge: two events may be equal in everything, and one counts.
		boolean counts = !this.node.highestPerReference() || highest.get(charge.event().reference()) == charge;
		return counts ? Line.State.COUNTED : Line.State.SUPERSEDED;
	}

	private static Part event(Charge charge, Line.State state, BigDecimal points) {
		return Part.asItIs(Evaluated.counted(charge.label(), Exact.of(points), charge.value()::arithmetic).in(state));
	}

	private String arithmetic(Exact sum) {
		StringBuilder terms = new StringBuilder();
		this.parts.stream()
			.map(Part::evaluated)
			.filter((part) -> part.state() == Line.State.COUNTED && Set.of(EVENT, BASE).contains(part.label().rule()))
			.forEach((part) -> Arithmetic.addTerm(terms, part.shownValue()));
		return terms.isEmpty() ? "0" : terms + Arithmetic.equals(sum, sum.shown());
	}

	/**
	 * What an event comes to.
	 *
	 * @param traits what a unit needs for it to count
	 */
	record Charge(Inputs.Event event, Label label, AdjustmentValue value, List<String> traits) {

		BigDecimal points() {
			return this.value.points();
		}

	}

}
