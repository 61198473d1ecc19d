package org.pingyi.intake.hotline;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.Reason;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.adjustment.SourceKind;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of the 12345 hotline: taken in from files, confirmed, turned into proposed
 * deductions.
 */
@Service
@Transactional
public class HotlineCases {

	private final CaseIntake intake;

	private final HotlineCaseRepository cases;

	private final CaseStepRepository steps;

	private final Adjustments adjustments;

	private final Audit audit;

	private final Clock clock;

	HotlineCases(CaseIntake intake, HotlineCaseRepository cases, CaseStepRepository steps, Adjustments adjustments,
			Audit audit, Clock clock) {
		this.intake = intake;
		this.cases = cases;
		this.steps = steps;
		this.adjustments = adjustments;
		this.audit = audit;
		this.clock = clock;
	}

	/** The columns that a file must have, in the order of the template. */
	public List<String> columns() {
		return CaseSheet.COLUMNS;
	}

	/** What taking a file in would do; stores nothing. */
	@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
	@Transactional(readOnly = true)
	public CaseImport check(long cycle, Spreadsheet sheet) {
		return this.intake.check(cycle, sheet);
	}

	/**
	 * Takes a file in: every case that is new in this cycle, or nothing at all.
	 * @return how many cases were new; known ones are left as they are
	 * @throws CasesRefused when any cell is wrong, with every wrong cell
	 */
	@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
	public int take(long cycle, Spreadsheet sheet) {
		return this.intake.take(cycle, sheet);
	}

	/**
	 * Confirms a case and proposes its deduction, which a second person decides.
	 * @return number of the proposed adjustment
	 * @throws Refusal 409 when the case is decided already, and as
	 * {@link Adjustments#propose}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long confirm(long hotlineCase, CaseAssessment assessment) {
		HotlineCase found = find(hotlineCase);
		requireState(found, HotlineCase.State.NEW);
		long adjustment = this.adjustments.propose(proposal(found, assessment));
		move(found, HotlineCase.State.CONFIRMED, adjustment, assessment.reason());
		return adjustment;
	}

	private static Proposal proposal(HotlineCase found, CaseAssessment assessment) {
		HotlineCase.Details details = found.details();
		return new Proposal(found.cycle(), details.unit(), assessment.rule(), "12345热线工单 " + details.number(),
				details.calledOn(), assessment.cause(), assessment.handling(), assessment.reason(),
				SourceKind.HOTLINE.source(details.number()));
	}

	/** Dismisses a case: it takes nothing off; the reason says why. */
	@PreAuthorize("hasRole('OFFICE')")
	public void dismiss(long hotlineCase, String reason) {
		HotlineCase found = find(hotlineCase);
		requireState(found, HotlineCase.State.NEW);
		move(found, HotlineCase.State.DISMISSED, null, requireReason(reason));
	}

	/**
	 * Takes a decision back: a dismissal, or a confirmation whose deduction was rejected
	 * or withdrawn.
	 * @throws Refusal 409 while the deduction stands
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void reopen(long hotlineCase, String reason) {
		HotlineCase found = find(hotlineCase);
		if (!mayReopen(found)) {
			throw Refusal.conflict("hotline.stands");
		}
		move(found, HotlineCase.State.NEW, null, requireReason(reason));
	}

	/** Whether a decision about the case may be taken back. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public boolean mayReopen(HotlineCase found) {
		if (found.adjustment() == null) {
			return found.state() == HotlineCase.State.DISMISSED;
		}
		ProposalState state = this.adjustments.find(found.adjustment()).state();
		return state == ProposalState.REJECTED || state == ProposalState.WITHDRAWN;
	}

	private void move(HotlineCase from, HotlineCase.State to, @Nullable Long adjustment, String remark) {
		if (this.cases.move(from.id(), from.state(), from.adjustment(), to, adjustment) == 0) {
			throw Refusal.conflict("hotline.decided");
		}
		this.steps.save(new CaseStepEntity(from.id(),
				new CaseStep(to, Actor.current().name(), this.clock.instant(), remark.strip())));
		String act = (to == HotlineCase.State.NEW) ? "reopened" : to.name().toLowerCase(Locale.ROOT);
		this.audit.record("hotline." + act, "hotline:" + from.details().number(), "");
	}

	private static void requireState(HotlineCase found, HotlineCase.State state) {
		if (found.state() != state) {
			throw Refusal.conflict("hotline.decided");
		}
	}

	private static String requireReason(String reason) {
		if (reason.isBlank()) {
			throw Refusal.invalid("hotline.reasonMissing");
		}
		return Reason.Check.require(reason);
	}

	/**
	 * One case.
	 * @throws Refusal 404 when there is none
	 */
	@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
	@Transactional(readOnly = true)
	public HotlineCase find(long hotlineCase) {
		return this.cases.findById(hotlineCase)
			.map(HotlineCaseEntity::hotlineCase)
			.orElseThrow(() -> Refusal.notFound("hotline.unknown"));
	}

	/** What was decided about a case, oldest first. */
	@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
	@Transactional(readOnly = true)
	public List<CaseStep> history(long hotlineCase) {
		return this.steps.findByCase(hotlineCase);
	}

	/** The cases of a cycle that pass the filter, newest call first. */
	@PreAuthorize("hasAnyRole('HOTLINE', 'OFFICE')")
	@Transactional(readOnly = true)
	public Page<CaseRow> search(long cycle, CaseFilter filter, Pageable page) {
		return this.cases.search(cycle, filter.state(), filter.unit(),
				PageRequest.of(page.getPageNumber(), page.getPageSize()));
	}

}
