package org.pingyi.intake.adjustment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Approval;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.SecondPerson;
import org.pingyi.rules.cycle.ActRecords;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.RecordedAct;

import org.springframework.stereotype.Component;

/**
 * The approvals of figures as their rows tell them now, one for all approved together.
 */
@Component
class FigureRecords implements ActRecords {

	private final FigureRepository figures;

	private final Cycles cycles;

	private final Decisions decisions;

	FigureRecords(FigureRepository figures, Cycles cycles, Decisions decisions) {
		this.figures = figures;
		this.cycles = cycles;
		this.decisions = decisions;
	}

	@Override
	public List<RecordedAct> of(long cycle) {
		Map<Instant, List<FigureEntry>> together = new TreeMap<>();
		this.figures.findEverApproved(cycle)
			.forEach((figure) -> together.computeIfAbsent(figure.decidedAt(), (at) -> new ArrayList<>())
				.add(figure.entry()));
		Cycle held = this.cycles.byId(cycle);
		return together.values().stream().map((entries) -> recorded(held, entries)).toList();
	}

	private RecordedAct recorded(Cycle cycle, List<FigureEntry> entries) {
		Map<String, Approval> history = this.decisions
			.approvals(entries.stream().map((entry) -> Figures.subject(entry.id())).toList());
		List<FigureEntry> told = entries.stream()
			.map((entry) -> entry.proposedBy(by(entry, history, Approval::proposer)))
			.toList();
		return new RecordedAct(act(cycle, told),
				names(entries.stream().map((entry) -> by(entry, history, Approval::decider)).toList()));
	}

	private static String by(FigureEntry entry, Map<String, Approval> history,
			BiFunction<Approval, SecondPerson, String> person) {
		return person.apply(history.getOrDefault(Figures.subject(entry.id()), Approval.NONE),
				new SecondPerson(entry.state(), entry.proposedBy(), entry.decidedBy()));
	}

	/** What is signed when figures are approved. */
	static CycleAct act(Cycle cycle, List<FigureEntry> entries) {
		return new CycleAct(cycle.id(), "figures.approved", "cycle:" + cycle.code(),
				names(entries.stream().map(FigureEntry::proposedBy).toList()),
				entries.stream().map(FigureRecords::line).collect(Collectors.joining("\n")),
				CycleAct.words(entries.stream().map(FigureRecords::origin).toArray()));
	}

	private static String names(Collection<String> names) {
		return names.stream().distinct().collect(Collectors.joining(","));
	}

	private static String line(FigureEntry entry) {
		NewFigure figure = entry.figure();
		return CycleAct.detail(figure.unit(), figure.key(), figure.value().stripTrailingZeros().toPlainString());
	}

	private static String origin(FigureEntry entry) {
		return CycleAct.detail(entry.id(), entry.proposedBy(), entry.figure().document());
	}

}
