package org.pingyi.outcome.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.pingyi.base.unit.UnitId;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.feedback.Rectification.State;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote, sent to the unit after the close, answered by it and resolved. */
@Service
@Transactional
public class Rectifications {

	private static final Sort NEAREST_FIRST = Sort.by("deadline", "id");

	private final RectificationRepository rectifications;

	private final RectificationSteps steps;

	private final OpinionDispatch dispatch;

	private final ProgressReport progress;

	private final Cycles cycles;

	private final Units units;

	private final Clock clock;

	Rectifications(RectificationRepository rectifications, RectificationSteps steps, OpinionDispatch dispatch,
			ProgressReport progress, Cycles cycles, Units units, Clock clock) {
		this.rectifications = rectifications;
		this.steps = steps;
		this.dispatch = dispatch;
		this.progress = progress;
		this.cycles = cycles;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * How far each participant of a closed cycle has got, in their order.
	 * @throws Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Progress> progress(long cycle) {
		return this.progress.of(cycle);
	}

	/** The sum of the progress of several units. */
	public Progress total(List<Progress> parts) {
		return Progress.sum(parts);
	}

	/**
	 * What people wrote about a unit; every look is in the trail.
	 * @throws Refusal 409 {@code cycle.embargo} before the close
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public List<Opinion> opinions(CycleId cycle, UnitId unit) {
		return this.dispatch.opinions(this.cycles.requireClosed(cycle.value()), unit);
	}

	/**
	 * Sends opinions to the unit in their own words, all or none.
	 * @return how many
	 * @throws Refusal 422 when none is chosen, when the writer of one did not want it
	 * passed on, or the deadline is not in the future; 409 when one was sent already
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public int send(CycleId cycle, UnitId unit, List<UUID> opinions, LocalDate deadline) {
		return this.dispatch.send(cycle, unit, opinions, deadline);
	}

	/**
	 * Sends an opinion that its writer did not want passed on, as the office's own
	 * summary; the words stay with the office.
	 * @return number of the rectification
	 * @throws Refusal as {@link #send}; 422 when the summary is blank or repeats the
	 * words
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long summarise(CycleId cycle, UnitId unit, UUID opinion, String summary, LocalDate deadline) {
		return this.dispatch.summarise(cycle, unit, opinion, summary, deadline);
	}

	/** The own unit says what it did. */
	@PreAuthorize("hasRole('LIAISON')")
	public void answer(long rectification, String text) {
		Rectification found = own(rectification);
		requireText(text, "feedback.answerMissing");
		this.steps.move(found, State.SENT, State.ANSWERED, text, found.deadline());
	}

	/** The office accepts the answer. */
	@PreAuthorize("hasRole('OFFICE')")
	public void resolve(long rectification) {
		Rectification found = find(rectification);
		this.steps.move(found, State.ANSWERED, State.RESOLVED, "", found.deadline());
	}

	/** The office sends the answer back with a remark and a new deadline. */
	@PreAuthorize("hasRole('OFFICE')")
	public void returnToUnit(long rectification, String remark, LocalDate deadline) {
		Rectification found = find(rectification);
		requireText(remark, "feedback.remarkMissing");
		this.dispatch.requireFuture(deadline);
		this.steps.move(found, State.ANSWERED, State.SENT, remark, deadline);
	}

	/**
	 * One rectification.
	 * @throws Refusal 404 when there is none
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Rectification find(long rectification) {
		return byNumber(rectification);
	}

	/**
	 * One rectification of the liaison's own unit.
	 * @throws Refusal 404 when there is none, or it is another unit's
	 */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public Rectification own(long rectification) {
		Rectification found = byNumber(rectification);
		if (found.unit() != this.units.own().id()) {
			throw Refusal.notFound("feedback.unknown");
		}
		return found;
	}

	/** What happened to a rectification, oldest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<RectificationStep> history(long rectification) {
		return this.steps.of(rectification);
	}

	/** What happened to a rectification of the liaison's own unit, oldest first. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public List<RectificationStep> ownHistory(long rectification) {
		return this.steps.of(own(rectification).id());
	}

	/** The rectifications of a cycle that pass the filter, nearest deadline first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Page<Rectification> search(long cycle, RectificationFilter filter, Pageable page) {
		return page(cycle, filter, page);
	}

	/** The rectifications of the liaison's own unit. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public Page<Rectification> searchOwn(long cycle, @Nullable State state, Pageable page) {
		return page(cycle, new RectificationFilter(state, this.units.own().id(), false), page);
	}

	private Page<Rectification> page(long cycle, RectificationFilter filter, Pageable page) {
		return this.rectifications.search(cycle, filter.state(), filter.unit(), filter.overdue(), today(),
				PageRequest.of(page.getPageNumber(), page.getPageSize(), NEAREST_FIRST));
	}

	private Rectification byNumber(long rectification) {
		return this.rectifications.findOneById(rectification).orElseThrow(() -> Refusal.notFound("feedback.unknown"));
	}

	private static void requireText(String text, String refusal) {
		if (text.isBlank()) {
			throw Refusal.invalid(refusal);
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
