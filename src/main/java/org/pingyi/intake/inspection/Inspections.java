package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.pingyi.base.account.Accounts;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.form.BallotForms;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Door;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office plans the visits of a cycle and sees how far they are, never their marks.
 */
@Service
@PreAuthorize("hasRole('OFFICE')")
public class Inspections {

	private final VisitRepository visits;

	private final VisitFinder finder;

	private final NoteRepository notes;

	private final Cycles cycles;

	private final BallotForms forms;

	private final Units units;

	private final Accounts accounts;

	private final Audit audit;

	Inspections(VisitRepository visits, VisitFinder finder, NoteRepository notes, Cycles cycles, BallotForms forms,
			Units units, Accounts accounts, Audit audit) {
		this.visits = visits;
		this.finder = finder;
		this.notes = notes;
		this.cycles = cycles;
		this.forms = forms;
		this.units = units;
		this.accounts = accounts;
		this.audit = audit;
	}

	/** A page of the visits of a cycle by planned day; state "" for all. */
	@Transactional(readOnly = true)
	public Page<Visit> page(long cycle, String state, Pageable page) {
		return this.finder.page(cycle, state, page);
	}

	/**
	 * A visit.
	 * @throws Refusal 404 {@code inspection.noVisit}
	 */
	@Transactional(readOnly = true)
	public Visit visit(long id) {
		return this.finder.byId(id).orElseThrow(() -> Refusal.notFound("inspection.noVisit"));
	}

	/** The units that are to be visited and have no visit yet. */
	@Transactional(readOnly = true)
	public List<Participant> unvisited(long cycle) {
		Set<Long> visited = this.visits.visitedUnits(cycle);
		return visitable(cycle).stream().filter((unit) -> !visited.contains(unit.unit())).toList();
	}

	/** The units that are to be visited. */
	@Transactional(readOnly = true)
	public List<Participant> visitable(long cycle) {
		return this.forms.of(cycle, Door.INSPECTION)
			.stream()
			.flatMap((form) -> form.units().stream())
			.distinct()
			.toList();
	}

	/**
	 * Assigns a visit.
	 * @param unit code of a unit
	 * @param inspector sign-in name of an inspector
	 * @return number of the visit
	 * @throws Refusal 409 {@code inspection.notNow} or
	 * {@code inspection.alreadyAssigned}, 422 {@code inspection.notVisited},
	 * {@code inspection.noInspector}, {@code inspection.dayOutside}
	 */
	@Transactional
	public long assign(long cycle, String unit, String inspector, LocalDate day) {
		requireFitting(cycle, inspector, day);
		Participant visited = visitable(cycle).stream()
			.filter((candidate) -> candidate.code().equals(unit))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid("inspection.notVisited", unit));
		return add(cycle, visited, inspector, day);
	}

	/**
	 * Assigns every unit without a visit to one inspector.
	 * @return how many visits were assigned
	 * @throws Refusal as {@link #assign}
	 */
	@Transactional
	public int assignRest(long cycle, String inspector, LocalDate day) {
		requireFitting(cycle, inspector, day);
		List<Participant> rest = unvisited(cycle);
		rest.forEach((unit) -> add(cycle, unit, inspector, day));
		return rest.size();
	}

	/**
	 * Takes a visit back that is not submitted; what was noted is deleted.
	 * @throws Refusal 409 {@code inspection.settled}
	 */
	@Transactional
	public void cancel(long id) {
		this.visits.lock(id);
		if (!visit(id).open()) {
			throw Refusal.conflict("inspection.settled");
		}
		this.notes.deleteAll(id);
		this.visits.cancel(id);
		this.audit.record("inspection.cancelled", "visit:" + id, "");
	}

	private long add(long cycle, Participant participant, String inspector, LocalDate day) {
		Unit unit = this.units.byId(participant.unit()).orElseThrow();
		long id = save(new VisitEntity(cycle, unit.id(), inspector, day), unit, day);
		this.audit.record("inspection.assigned", "visit:" + id, unit.code() + " " + inspector + " " + day);
		return id;
	}

	private long save(VisitEntity visit, Unit unit, LocalDate day) {
		try {
			return this.visits.save(visit).id();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("inspection.alreadyAssigned", unit.name(), day.toString());
		}
	}

	private void requireFitting(long cycle, String inspector, LocalDate day) {
		Cycle year = this.cycles.byId(cycle);
		if (year.phase() != Phase.ANNOUNCED && year.phase() != Phase.OPENED) {
			throw Refusal.conflict("inspection.notNow");
		}
		if (day.isBefore(year.opensOn()) || day.isAfter(year.closesOn())) {
			throw Refusal.invalid("inspection.dayOutside", year.opensOn().toString(), year.closesOn().toString());
		}
		if (this.accounts.inspectors().stream().noneMatch((person) -> person.login().equals(inspector))) {
			throw Refusal.invalid("inspection.noInspector", inspector);
		}
	}

}
