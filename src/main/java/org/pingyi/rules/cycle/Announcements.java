package org.pingyi.rules.cycle;

import java.time.Clock;
import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units' word that they have read what will be checked, before the year opens. */
@Service
@Transactional
public class Announcements {

	private final Cycles cycles;

	private final AcknowledgementRepository acknowledgements;

	private final Units units;

	private final Audit audit;

	private final Clock clock;

	Announcements(Cycles cycles, AcknowledgementRepository acknowledgements, Units units, Audit audit, Clock clock) {
		this.cycles = cycles;
		this.acknowledgements = acknowledgements;
		this.units = units;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Notes that the liaison's own unit has read what will be checked; again changes
	 * nothing.
	 * @throws Refusal 409 while the cycle is a draft or when the unit takes no part
	 */
	@PreAuthorize("hasRole('LIAISON')")
	public void acknowledge(long cycle) {
		Unit own = this.units.own();
		Cycle announced = this.cycles.byId(cycle);
		if (Participant.of(this.cycles.participants(cycle), own.id()).isEmpty() || announced.phase() == Phase.DRAFTED) {
			throw Refusal.conflict("cycle.notTakingPart");
		}
		if (this.acknowledgements.append(cycle, own.id(), this.clock.instant(), Actor.current().name()) == 1) {
			this.audit.record("cycle.acknowledged", "cycle:" + announced.code(), own.code());
		}
	}

	/** The acknowledgements of a cycle. */
	@Transactional(readOnly = true)
	public List<Acknowledgement> of(long cycle) {
		return this.acknowledgements.of(cycle);
	}

}
