package org.pingyi.rules.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the office plans a year: its name, method and dates, and the units that stay out.
 */
@Service
@Transactional
public class CyclePlans {

	private final CycleRepository cycles;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CyclePlans(CycleRepository cycles, Audit audit, ApplicationEventPublisher events, Clock clock) {
		this.cycles = cycles;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Drafts a year.
	 * @throws Refusal 409 {@code cycle.codeTaken}, 422 when the dates are reversed
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public Cycle draft(CyclePlan plan) {
		CycleEntity cycle = save(new CycleEntity(plan));
		record("cycle.drafted", cycle, "scheme version " + plan.schemeVersion());
		return cycle.toCycle();
	}

	/** Changes a draft; its code stays. */
	@PreAuthorize("hasRole('OFFICE')")
	public void change(long cycle, CyclePlan plan) {
		CycleEntity stored = found(this.cycles.findAndLock(cycle));
		stored.change(plan);
		record("cycle.changed", stored, plan.opensOn() + " to " + plan.closesOn());
	}

	/** Numbers of the units that a draft leaves out. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Set<Long> absent(long cycle) {
		return this.cycles.absentUnits(cycle);
	}

	/** Leaves exactly these units out of a draft. */
	@PreAuthorize("hasRole('OFFICE')")
	public void leaveOut(long cycle, Set<Long> absent) {
		CycleEntity stored = found(this.cycles.findAndLock(cycle));
		stored.leaveOut(absent);
		record("cycle.unitsLeftOut", stored, absent.size() + " units");
	}

	/**
	 * Moves the last day of ballots.
	 * @throws Refusal 422 when it would lie in the past, 409 after the close
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void extend(long cycle, LocalDate closesOn) {
		CycleEntity stored = found(this.cycles.findAndLock(cycle));
		stored.extend(closesOn, LocalDate.now(this.clock));
		record("cycle.extended", stored, "closes on " + closesOn);
		this.events.publishEvent(
				new CycleAct(cycle, "cycle.extended", "cycle:" + stored.toCycle().code(), "", closesOn.toString()));
	}

	private CycleEntity save(CycleEntity cycle) {
		try {
			return this.cycles.saveAndFlush(cycle);
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("cycle.codeTaken").at("code");
		}
	}

	private void record(String act, CycleEntity cycle, String detail) {
		this.cycles.flush();
		this.audit.record(act, "cycle:" + cycle.toCycle().code(), detail);
	}

	private static CycleEntity found(Optional<CycleEntity> cycle) {
		return cycle.orElseThrow(() -> Refusal.notFound("cycle.unknown", ""));
	}

}
