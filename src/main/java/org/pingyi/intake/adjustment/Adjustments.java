package org.pingyi.intake.adjustment;

import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bonuses, deductions and vetoes: proposed by one person, approved by another. */
@Service
@Transactional
public class Adjustments {

	private final AdjustmentRepository adjustments;

	private final AdjustmentDecisions decisions;

	private final ProposalCheck check;

	private final Rulebooks rulebooks;

	private final BonusNotices notices;

	private final Cycles cycles;

	private final Units units;

	Adjustments(AdjustmentRepository adjustments, AdjustmentDecisions decisions, ProposalCheck check,
			Rulebooks rulebooks, BonusNotices notices, Cycles cycles, Units units) {
		this.adjustments = adjustments;
		this.decisions = decisions;
		this.check = check;
		this.rulebooks = rulebooks;
		this.notices = notices;
		this.cycles = cycles;
		this.units = units;
	}

	/**
	 * Proposes an adjustment.
	 * @return its number
	 * @throws Refusal 422 when the rule does not exist or asks for a trait that the unit
	 * lacks, a deduction names no cause or handling, or a quantity is named that the rule
	 * does not count; 409 when the cycle is not between opening and notice, or the source
	 * was proposed already and stands
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long propose(Proposal proposal) {
		Cycle cycle = this.cycles.hold(proposal.cycle());
		this.check.requireTaking(cycle);
		return this.decisions.propose(cycle, this.check.kindOf(proposal, rulebook(cycle.id())), proposal);
	}

	/**
	 * Proposes a bonus for the liaison's own unit.
	 * @return its number
	 * @throws Refusal as {@link #propose}; 422 when the rule is no bonus
	 */
	@PreAuthorize("hasRole('LIAISON')")
	public long claim(Claim claim) {
		Proposal proposal = claim.by(this.units.own().id());
		Cycle cycle = this.cycles.hold(proposal.cycle());
		this.check.requireTaking(cycle);
		Kind kind = this.check.kindOf(proposal, rulebook(cycle.id()));
		if (kind != Kind.BONUS) {
			throw Refusal.invalid("adjustment.onlyBonus").at("rule");
		}
		return this.decisions.propose(cycle, kind, proposal);
	}

	/**
	 * Approves a proposal as the second person.
	 * @param seen the proposal as the approver saw it
	 * @throws Refusal 409 when it is decided already, the approver proposed it, the draft
	 * was already shown, or the proposal is not what was seen
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void approve(SeenProposal seen, String remark) {
		Adjustment found = this.decisions.requireOther(seen.id());
		this.check.requireTaking(this.cycles.hold(found.proposal().cycle()));
		this.decisions.approve(seen, remark);
	}

	/**
	 * Rejects a proposal as the second person; refuses like {@link #approve}.
	 * @param seen the proposal as whoever rejects it saw it
	 * @param remark why, for the proposer and the unit; never blank
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void reject(SeenProposal seen, String remark) {
		this.decisions.requireOther(seen.id());
		if (remark.isBlank()) {
			throw Refusal.invalid("adjustment.remarkMissing").at("remark");
		}
		this.decisions.decide(seen, ProposalState.REJECTED, remark);
	}

	/** Takes one's own undecided proposal back. */
	@PreAuthorize("hasAnyRole('OFFICE', 'LIAISON')")
	public void withdraw(long adjustment) {
		if (!this.decisions.byNumber(adjustment).proposedBy().equals(Actor.current().name())) {
			throw Refusal.notFound("adjustment.unknown");
		}
		this.decisions.decide(adjustment, ProposalState.WITHDRAWN, "");
	}

	/**
	 * One adjustment.
	 * @throws Refusal 404 when there is none
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Adjustment find(long adjustment) {
		return this.decisions.byNumber(adjustment);
	}

	/** What happened to an adjustment, oldest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Decision> history(long adjustment) {
		return this.decisions.history(adjustment);
	}

	/**
	 * The approved adjustments of a cycle that count by now, by unit and number; bonuses
	 * that are still on notice are left out.
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Adjustment> approved(long cycle) {
		Rulebook rulebook = rulebook(cycle);
		return this.adjustments.findByState(cycle, ProposalState.APPROVED)
			.stream()
			.map(AdjustmentEntity::adjustment)
			.filter((approved) -> this.notices.daysLeft(approved, rulebook) == 0)
			.toList();
	}

	/** Every adjustment of a cycle about a unit, by number. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Adjustment> of(long cycle, long unit) {
		return about(cycle, unit);
	}

	/** Every adjustment of a cycle about the liaison's own unit, by number. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public List<Adjustment> own(long cycle) {
		return about(cycle, this.units.own().id());
	}

	private List<Adjustment> about(long cycle, long unit) {
		return this.adjustments.findByCycleIdAndUnitIdOrderById(cycle, unit)
			.stream()
			.map(AdjustmentEntity::adjustment)
			.toList();
	}

	/** The adjustments of a cycle that pass the filter, newest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Page<Adjustment> search(long cycle, AdjustmentFilter filter, Pageable page) {
		return this.adjustments.search(cycle, filter, page);
	}

	/** The proposals that whoever is signed in may decide, oldest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Page<Adjustment> waiting(long cycle, Pageable page) {
		return this.adjustments.waitingFor(Actor.current().name(), cycle, page);
	}

	/** Whether proposals about a cycle are taken now. */
	public boolean taking(Cycle cycle) {
		return this.check.taking(cycle);
	}

	/** The adjustment rules of a cycle's frozen scheme; they are no secret. */
	@Transactional(readOnly = true)
	public Rulebook rulebook(long cycle) {
		return this.rulebooks.of(cycle);
	}

}
