package org.pingyi.outcome.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Exclusion;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.Tally;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Inputs;

import org.springframework.stereotype.Component;

/**
 * Collects everything that was counted in a cycle, sorted, so that the same figures are
 * the same bytes.
 */
@Component
class RunInputs {

	/** The order of a unit's bars. */
	private static final Comparator<Inputs.Tally> BARS = Comparator.comparing(Inputs.Tally::channel)
		.thenComparing(Inputs.Tally::raterClass)
		.thenComparingInt(Inputs.Tally::signals)
		.thenComparingInt(Inputs.Tally::item)
		.thenComparingInt(Inputs.Tally::code);

	private final Cycles cycles;

	private final Ballots ballots;

	private final Adjustments adjustments;

	private final Figures figures;

	private final EarlierAwards awards;

	private final Exclusions exclusions;

	RunInputs(Cycles cycles, Ballots ballots, Exclusions exclusions, Adjustments adjustments, Figures figures,
			EarlierAwards awards) {
		this.exclusions = exclusions;
		this.figures = figures;
		this.awards = awards;
		this.cycles = cycles;
		this.ballots = ballots;
		this.adjustments = adjustments;
	}

	Inputs of(Cycle cycle) {
		return of(cycle, this.ballots.tallies(cycle.id()));
	}

	/**
	 * The same without the answers: of the bars, those alone that count whole ballots.
	 */
	Inputs outline(Cycle cycle) {
		return of(cycle, this.ballots.wholeBallots(cycle.id()));
	}

	/** What {@link #outline(Cycle)} gives for a cycle of these inputs. */
	static Inputs outline(Inputs inputs) {
		return new Inputs(inputs.subjects(), inputs.tallies().stream().filter((bar) -> bar.item() == 0).toList(),
				inputs.issued(), inputs.events(), inputs.figures(), inputs.memories(), inputs.apart());
	}

	private Inputs of(Cycle cycle, List<Tally> tallies) {
		List<Participant> participants = this.cycles.participants(cycle.id());
		Map<Long, String> codes = participants.stream().collect(Collectors.toMap(Participant::unit, Participant::code));
		return new Inputs(subjects(participants), tallies(tallies, codes), issued(cycle, codes), events(cycle, codes),
				figures(cycle, codes), this.awards.of(cycle), exclusions(cycle, codes));
	}

	private static List<Inputs.Subject> subjects(List<Participant> participants) {
		return participants.stream()
			.map((unit) -> new Inputs.Subject(unit.code(), unit.group(), new TreeSet<>(unit.traits())))
			.sorted(Comparator.comparing(Inputs.Subject::unit))
			.toList();
	}

	/** By units first: each one's bars come in their order, so that sorting is little. */
	private static List<Inputs.Tally> tallies(List<Tally> tallies, Map<Long, String> codes) {
		Map<String, List<Inputs.Tally>> units = new TreeMap<>();
		tallies.forEach((tally) -> {
			String unit = code(codes, tally.unit());
			units.computeIfAbsent(unit, (first) -> new ArrayList<>()).add(tally(tally, unit));
		});
		return units.values().stream().flatMap((bars) -> bars.stream().sorted(BARS)).toList();
	}

	private static Inputs.Tally tally(Tally tally, String unit) {
		return new Inputs.Tally(unit, tally.channel(), tally.raterClass(), tally.signals(), tally.item(), tally.code(),
				tally.count());
	}

	private List<Inputs.Exclusion> exclusions(Cycle cycle, Map<Long, String> codes) {
		return this.exclusions.of(cycle.id())
			.stream()
			.filter(Exclusion::approved)
			.map((set) -> new Inputs.Exclusion(code(codes, set.unit()), set.channel(), set.signals()))
			.sorted(Comparator.comparing(Inputs.Exclusion::unit)
				.thenComparing(Inputs.Exclusion::channel)
				.thenComparingInt(Inputs.Exclusion::signals))
			.toList();
	}

	private List<Inputs.Issued> issued(Cycle cycle, Map<Long, String> codes) {
		return this.ballots.issued(cycle.id())
			.stream()
			.map((forms) -> new Inputs.Issued(code(codes, forms.unit()), forms.channel(), forms.raterClass(),
					forms.count()))
			.sorted(Comparator.comparing(Inputs.Issued::unit)
				.thenComparing(Inputs.Issued::channel)
				.thenComparing(Inputs.Issued::raterClass))
			.toList();
	}

	private List<Inputs.Event> events(Cycle cycle, Map<Long, String> codes) {
		return this.adjustments.approved(cycle.id())
			.stream()
			.map((adjustment) -> event(adjustment, code(codes, adjustment.proposal().unit())))
			.sorted(Comparator.comparing(Inputs.Event::unit)
				.thenComparing(Inputs.Event::rule)
				.thenComparing(Inputs.Event::reference)
				.thenComparing(Inputs.Event::cause)
				.thenComparing(Inputs.Event::handling)
				.thenComparingLong(Inputs.Event::quantity)
				.thenComparing(Inputs.Event::id))
			.toList();
	}

	/** It keeps the number of its adjustment, so that its line leads back to it. */
	private static Inputs.Event event(Adjustment adjustment, String unit) {
		Proposal proposal = adjustment.proposal();
		return new Inputs.Event(unit, proposal.document(), proposal.rule(), proposal.cause(), proposal.handling(),
				proposal.quantity(), Long.toString(adjustment.id()));
	}

	private List<Inputs.Figure> figures(Cycle cycle, Map<Long, String> codes) {
		return this.figures.approved(cycle.id())
			.stream()
			.map(FigureEntry::figure)
			.map((figure) -> new Inputs.Figure(code(codes, figure.unit()), figure.key(), figure.value()))
			.sorted(Comparator.comparing(Inputs.Figure::unit).thenComparing(Inputs.Figure::key))
			.toList();
	}

	private static String code(Map<Long, String> codes, long unit) {
		String code = codes.get(unit);
		if (code == null) {
			throw new IllegalStateException("Something was counted for unit " + unit + ", which takes no part");
		}
		return code;
	}

}
