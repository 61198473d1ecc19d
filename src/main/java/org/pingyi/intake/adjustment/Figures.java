package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures counted elsewhere that the scheme asks for: registered by one person, approved
 * by another. A later one supersedes; the latest approved counts.
 */
@Service
@Transactional
@PreAuthorize("hasRole('OFFICE')")
public class Figures {

	private static final int MOST_DECIMALS = 10;

	private static final int LONGEST_DOCUMENT = 200;

	private final FigureRepository figures;

	private final Decisions decisions;

	private final FigureNeeds needs;

	private final ProposalCheck check;

	private final Cycles cycles;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Figures(FigureRepository figures, Decisions decisions, FigureNeeds needs, ProposalCheck check, Cycles cycles,
			Audit audit, ApplicationEventPublisher events) {
		this.figures = figures;
		this.decisions = decisions;
		this.needs = needs;
		this.check = check;
		this.cycles = cycles;
		this.audit = audit;
		this.events = events;
	}

	/** The figures that the year's scheme asks for, in its order. */
	@Transactional(readOnly = true)
	public List<FigureNeed> needs(long cycle) {
		return this.needs.of(cycle);
	}

	/** How far each of them is entered. */
	@Transactional(readOnly = true)
	public List<FigureProgress> progress(long cycle) {
		List<FigureEntry> approved = approved(cycle);
		List<FigureEntry> waiting = waiting(cycle);
		return this.needs.of(cycle)
			.stream()
			.map((need) -> progress(need, units(approved, need.key()), units(waiting, need.key())))
			.toList();
	}

	private static FigureProgress progress(FigureNeed need, Set<Long> approved, Set<Long> waiting) {
		long done = need.units().stream().filter((unit) -> approved.contains(unit.unit())).count();
		Set<Long> known = new HashSet<>(approved);
		known.addAll(waiting);
		List<Participant> missing = need.units().stream().filter((unit) -> !known.contains(unit.unit())).toList();
		return new FigureProgress(need, done, need.units().size() - done - missing.size(), missing);
	}

	private static Set<Long> units(List<FigureEntry> entries, String key) {
		return entries.stream()
			.filter((entry) -> entry.figure().key().equals(key))
			.map((entry) -> entry.figure().unit())
			.collect(Collectors.toSet());
	}

	/** What waits for a second person, oldest first. */
	@Transactional(readOnly = true)
	public List<FigureEntry> waiting(long cycle) {
		return this.figures.findWaiting(cycle).stream().map(FigureEntity::entry).toList();
	}

	/** The figures that count, one for each unit and key. */
	@Transactional(readOnly = true)
	public List<FigureEntry> approved(long cycle) {
		return this.figures.findApproved(cycle).stream().map(FigureEntity::entry).toList();
	}

	/**
	 * Registers figures, all or none.
	 * @throws Refusal 422 when the scheme asks for no such figure of the unit, the value
	 * lies outside its limits, or there is no document; 409 when the cycle is not between
	 * opening and notice
	 */
	public void register(long cycle, List<NewFigure> figures) {
		Cycle held = this.cycles.hold(cycle);
		this.check.requireTaking(held);
		List<FigureNeed> known = this.needs.of(cycle);
		figures.forEach((figure) -> requireFitting(figure, known));
		Decision proposed = this.decisions.decision(ProposalState.PROPOSED, "");
		List<FigureEntity> stored = this.figures
			.saveAll(figures.stream().map((figure) -> new FigureEntity(cycle, figure, proposed.at())).toList());
		this.decisions.append(subjects(stored.stream().map(FigureEntity::id).toList()), proposed);
		this.audit.record("adjustment.figuresRegistered", "cycle:" + held.code(), "figures:" + figures.size());
	}

	/** The figures of a file, or what is wrong with it by row; changes nothing. */
	@Transactional(readOnly = true)
	public FigureFile read(long cycle, Spreadsheet sheet) {
		return FigureFile.read(sheet, this.needs.of(cycle));
	}

	/**
	 * Approves figures as the second person, all or none.
	 * @param seen the figures as the approver saw them
	 * @throws Refusal 409 when one is decided already, was registered by the approver, or
	 * is not what was seen
	 */
	public void approve(long cycle, List<SeenProposal> seen) {
		Cycle held = this.cycles.hold(cycle);
		this.check.requireTaking(held);
		List<FigureEntry> chosen = decide(cycle, seen, ProposalState.APPROVED, "adjustment.figuresApproved");
		this.events.publishEvent(FigureRecords.act(held, chosen));
	}

	/**
	 * Rejects figures as the second person, all or none; refuses like {@link #approve}.
	 */
	public void reject(long cycle, List<SeenProposal> seen) {
		decide(cycle, seen, ProposalState.REJECTED, "adjustment.figuresRejected");
	}

	private List<FigureEntry> decide(long cycle, List<SeenProposal> seen, ProposalState state, String act) {
		Decision decision = this.decisions.decision(state, "");
		List<Long> once = seen.stream().map(SeenProposal::id).distinct().toList();
		if (once.isEmpty()) {
			throw Refusal.invalid("adjustment.figure.noneChosen");
		}
		if (waiting(cycle).stream()
			.anyMatch((entry) -> once.contains(entry.id()) && entry.proposedBy().equals(decision.by()))) {
			throw Refusal.conflict("adjustment.ownProposal");
		}
		if (this.figures.decide(cycle, once, state.name(), decision.by(), decision.at()) != once.size()) {
			throw Refusal.conflict("adjustment.decided");
		}
		List<FigureEntry> decided = asSeen(seen, once);
		this.decisions.append(subjects(once), decision);
		this.audit.record(act, "cycle:" + this.cycles.byId(cycle).code(), "figures:" + once);
		return decided;
	}

	private List<FigureEntry> asSeen(List<SeenProposal> seen, List<Long> ids) {
		List<FigureEntry> decided = this.figures.findByIdInOrderById(ids).stream().map(FigureEntity::entry).toList();
		Map<Long, SeenProposal> now = decided.stream().collect(Collectors.toMap(FigureEntry::id, FigureEntry::seen));
		seen.forEach((one) -> Objects.requireNonNull(now.get(one.id())).requireSeen(one));
		return decided;
	}

	/**
	 * Takes one's own figures back, all or none.
	 * @throws Refusal 409 as {@link Decisions#withdraw}, 422 when none is chosen
	 */
	public void withdraw(long cycle, List<Long> ids) {
		List<Long> once = ids.stream().distinct().toList();
		if (once.isEmpty()) {
			throw Refusal.invalid("adjustment.figure.noneChosen");
		}
		List<String> proposers = waiting(cycle).stream()
			.filter((entry) -> once.contains(entry.id()))
			.map(FigureEntry::proposedBy)
			.toList();
		this.decisions.withdraw(proposers, subjects(once), (withdrawn) -> this.figures.decide(cycle, once,
				withdrawn.state().name(), withdrawn.by(), withdrawn.at()));
		this.audit.record("adjustment.figuresWithdrawn", "cycle:" + this.cycles.byId(cycle).code(), "figures:" + once);
	}

	private static List<String> subjects(List<Long> figures) {
		return figures.stream().map(Figures::subject).toList();
	}

	static String subject(long figure) {
		return "figure:" + figure;
	}

	private static void requireFitting(NewFigure figure, List<FigureNeed> known) {
		FigureNeed need = known.stream()
			.filter((each) -> each.key().equals(figure.key()))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("adjustment.figure.unknown", figure.key()).at("key"));
		if (!need.concerns(figure.unit())) {
			throw Refusal.invalid("adjustment.figure.notOfUnit", need.name().zh()).at("unit");
		}
		if (!isShort(figure.value())) {
			throw outside(figure.value().toString(), need);
		}
		if (!need.admits(figure.value())) {
			throw outside(figure.value().stripTrailingZeros().toPlainString(), need);
		}
		if (figure.document().isBlank() || figure.document().length() > LONGEST_DOCUMENT) {
			throw Refusal.invalid("adjustment.documentMissing").at("document");
		}
	}

	private static Refusal outside(String value, FigureNeed need) {
		return Refusal.invalid("adjustment.figure.outside", value, need.limits()).at("value");
	}

	static boolean fits(BigDecimal value, FigureNeed need) {
		return isShort(value) && need.admits(value);
	}

	/**
	 * Whether it has few digits before and after the point, counted in longs: with an
	 * exponent, eleven characters may stand for two billion digits.
	 */
	private static boolean isShort(BigDecimal value) {
		return value.scale() <= MOST_DECIMALS && (long) value.precision() - value.scale() <= MOST_DECIMALS;
	}

}
