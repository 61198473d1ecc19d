package org.pingyi.intake.adjustment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.pingyi.base.audit.ProposalState;
import org.pingyi.rules.scoring.AdjustmentValue;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notice of bonuses (公示期): a rule may ask that all units see an approved bonus for
 * some days before it counts. The day of the approval is the first of them.
 */
@Service
@Transactional(readOnly = true)
public class BonusNotices {

	private final AdjustmentRepository adjustments;

	private final Rulebooks rulebooks;

	private final Clock clock;

	BonusNotices(AdjustmentRepository adjustments, Rulebooks rulebooks, Clock clock) {
		this.adjustments = adjustments;
		this.rulebooks = rulebooks;
		this.clock = clock;
	}

	/** The bonuses of a cycle that do not count yet, the soonest first. */
	@PreAuthorize("hasAnyRole('OFFICE', 'LIAISON')")
	public List<BonusNotice> of(long cycle) {
		Rulebook rulebook = this.rulebooks.of(cycle);
		return this.adjustments.findByState(cycle, ProposalState.APPROVED)
			.stream()
			.map(AdjustmentEntity::adjustment)
			.filter((approved) -> daysLeft(approved, rulebook) > 0)
			.map((approved) -> notice(approved, rulebook))
			.sorted(Comparator.comparing(BonusNotice::countsFrom).thenComparingLong(BonusNotice::unit))
			.toList();
	}

	/** Days until an adjustment counts that is approved; 0 when nothing waits. */
	public long daysLeft(Adjustment adjustment, Rulebook rulebook) {
		Instant approved = adjustment.decidedAt();
		return (adjustment.state() != ProposalState.APPROVED || approved == null) ? 0
				: Math.max(0, ChronoUnit.DAYS.between(today(), countsFrom(approved, adjustment, rulebook)));
	}

	private LocalDate countsFrom(Instant approved, Adjustment adjustment, Rulebook rulebook) {
		int days = rulebook.rule(adjustment.proposal().rule()).map(Rulebook.Rule::noticeDays).orElse(0);
		return LocalDate.ofInstant(approved, this.clock.getZone()).plusDays(days);
	}

	private BonusNotice notice(Adjustment bonus, Rulebook rulebook) {
		Proposal proposal = bonus.proposal();
		long daysLeft = daysLeft(bonus, rulebook);
		String points = rulebook.value(proposal.rule(), "", "", proposal.quantity())
			.map(AdjustmentValue::amount)
			.orElse("0");
		return new BonusNotice(proposal.unit(), rulebook.name(proposal.rule()), points, proposal.document(),
				proposal.happenedOn(), proposal.reason(), today().plusDays(daysLeft), daysLeft);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
