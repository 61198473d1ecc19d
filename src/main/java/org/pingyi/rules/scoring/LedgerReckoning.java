package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pingyi.rules.scoring.Reckoned.Label;
import org.pingyi.rules.scoring.Reckoned.Part;

/** Adds up the events that a ledger collects: each is a line, and so is the cap. */
final class LedgerReckoning {

	static final String EVENT = "event";

	static final String CAP = "cap";

	private final Tariff tariff;

	private final Node.Ledger node;

	private final Dossier dossier;

	private final List<Part> parts = new ArrayList<>();

	private LedgerReckoning(Tariff tariff, Node.Ledger node, Dossier dossier) {
		this.tariff = tariff;
		this.node = node;
		this.dossier = dossier;
	}

	static Reckoned reckon(Tariff tariff, Node.Ledger node, Dossier dossier) {
		return new LedgerReckoning(tariff, node, dossier).reckon();
	}

	private Reckoned reckon() {
		List<Charge> charges = this.dossier.events()
			.stream()
			.filter((event) -> this.node.rules().contains(event.rule()))
			.map(this.tariff::charge)
			.toList();
		BigDecimal sum = addUp(charges);
		BigDecimal capped = capped(sum);
		if (capped.compareTo(sum) != 0) {
			this.parts.add(cap(sum, capped));
		}
		return Reckoned.counted(this.node, Exact.of(capped), arithmetic(sum)).with(List.copyOf(this.parts));
	}

	private BigDecimal addUp(List<Charge> charges) {
		Map<String, Charge> highest = highest(charges);
		Set<String> traits = this.dossier.subject().traits();
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

	private Line.State state(Charge charge, Map<String, Charge> highest, Set<String> traits) {
		if (!traits.containsAll(charge.traits())) {
			return Line.State.NOT_APPLICABLE;
		}
		// The very same charge: two events may be equal in everything, and one counts.
		boolean counts = !this.node.highestPerReference() || highest.get(charge.event().reference()) == charge;
		return counts ? Line.State.COUNTED : Line.State.SUPERSEDED;
	}

	private BigDecimal capped(BigDecimal sum) {
		BigDecimal cap = this.node.cap();
		return (cap == null) ? sum : sum.min(cap).max(cap.negate());
	}

	private static Part event(Charge charge, Line.State state, BigDecimal points) {
		return Part
			.asItIs(new Reckoned(charge.label(), state, null, null, Exact.of(points), charge.arithmetic(), List.of()));
	}

	private Part cap(BigDecimal sum, BigDecimal capped) {
		Label label = new Label(this.node.head().code() + "." + CAP, this.node.head().name(), this.node.head().clause(),
				CAP);
		String arithmetic = Arithmetic.figure(sum.abs()) + ">" + Arithmetic.figure(capped.abs());
		return Part.asItIs(new Reckoned(label, Line.State.COUNTED, null, null, Exact.of(capped.subtract(sum)),
				arithmetic, List.of()));
	}

	private String arithmetic(BigDecimal sum) {
		StringBuilder terms = new StringBuilder();
		this.parts.stream()
			.map(Part::reckoned)
			.filter((part) -> part.state() == Line.State.COUNTED && part.label().rule().equals(EVENT))
			.forEach((part) -> Arithmetic.addTerm(terms, part.shownValue()));
		return terms.isEmpty() ? "0" : terms + "=" + Arithmetic.figure(sum);
	}

	/**
	 * What an event comes to.
	 *
	 * @param points with its sign, after the factors
	 * @param traits what a unit needs for it to count
	 */
	record Charge(Inputs.Event event, Label label, BigDecimal points, List<String> traits, String arithmetic) {
	}

}
