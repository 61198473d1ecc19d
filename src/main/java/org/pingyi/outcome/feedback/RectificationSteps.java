package org.pingyi.outcome.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.feedback.Rectification.State;

import org.springframework.stereotype.Component;

/** Moves rectifications from state to state, and keeps each step. */
@Component
class RectificationSteps {

	private final RectificationRepository rectifications;

	private final RectificationStepRepository steps;

	private final Audit audit;

	private final Clock clock;

	RectificationSteps(RectificationRepository rectifications, RectificationStepRepository steps, Audit audit,
			Clock clock) {
		this.rectifications = rectifications;
		this.steps = steps;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Takes a step.
	 * @throws Refusal 409 {@code feedback.wrongState} when it is not in the state before
	 */
	void move(Rectification rectification, State from, State to, String remark, LocalDate deadline) {
		if (this.rectifications.move(rectification.id(), from, to, deadline) == 0) {
			throw Refusal.conflict("feedback.wrongState");
		}
		append(rectification.id(), to, remark.strip(), deadline);
		String act = (to == State.SENT) ? "returned" : to.name().toLowerCase(Locale.ROOT);
		this.audit.record("feedback." + act, "rectification:" + rectification.id(), "");
	}

	void append(long rectification, State state, String remark, LocalDate deadline) {
		this.steps.save(new RectificationStepEntity(rectification,
				new RectificationStep(state, Actor.current().name(), this.clock.instant(), remark, deadline)));
	}

	/** The steps of a rectification, oldest first. */
	List<RectificationStep> of(long rectification) {
		return this.steps.findByRectificationOrderById(rectification)
			.stream()
			.map(RectificationStepEntity::toStep)
			.toList();
	}

}
