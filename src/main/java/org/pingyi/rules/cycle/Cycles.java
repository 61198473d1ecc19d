package org.pingyi.rules.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.Refusal;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Years of appraisal: their phases, their participants, and the one embargo on answers
 * and scores.
 */
@Service
@Transactional
public class Cycles {

	private final CycleRepository cycles;

	private final Participants participants;

	private final PhaseTransitions transitions;

	private final HeadGuard heads;

	private final Clock clock;

	Cycles(CycleRepository cycles, Participants participants, PhaseTransitions transitions, HeadGuard heads,
			Clock clock) {
		this.cycles = cycles;
		this.participants = participants;
		this.transitions = transitions;
		this.heads = heads;
		this.clock = clock;
	}

	/** Every cycle, newest first. */
	@Transactional(readOnly = true)
	public List<Cycle> all() {
		return this.cycles.findAllByOrderByOpensOnDescIdDesc();
	}

	/**
	 * The cycle of a code.
	 * @throws Refusal 404 when there is none, or no code is given
	 */
	@Transactional(readOnly = true)
	public Cycle byCode(@Nullable String code) {
		return found(Optional.ofNullable(code).flatMap(this.cycles::findByCode));
	}

	/**
	 * The cycle of a number.
	 * @throws Refusal 404 when there is none
	 */
	@Transactional(readOnly = true)
	public Cycle byId(long id) {
		return found(this.cycles.findCycleById(id));
	}

	/**
	 * The cycle that a page is about: the one named, or else the newest that is
	 * announced, or else the newest draft; empty when there is none at all.
	 * @throws Refusal 404 when the code is unknown
	 */
	@Transactional(readOnly = true)
	public Optional<Cycle> chosen(@Nullable String code) {
		if (code != null && !code.isBlank()) {
			return Optional.of(byCode(code));
		}
		List<Cycle> all = all();
		return all.stream()
			.filter((cycle) -> cycle.phase().reached(Phase.ANNOUNCED))
			.findFirst()
			.or(() -> all.stream().findFirst());
	}

	/**
	 * The one cycle that takes ballots now, if any: opened, and today within its dates.
	 */
	@Transactional(readOnly = true)
	public Optional<Cycle> current() {
		return opened().filter((cycle) -> cycle.takesBallots(today()));
	}

	/** The one cycle that was opened and is not closing yet, whatever the day. */
	@Transactional(readOnly = true)
	public Optional<Cycle> opened() {
		return this.cycles.findFirstByPhaseOrderByIdDesc(Phase.OPENED);
	}

	/**
	 * The units that take part, by group and name; of a draft, as they would be today.
	 */
	@Transactional(readOnly = true)
	public List<Participant> participants(long cycle) {
		List<Participant> announced = this.participants.asAnnounced(cycle);
		return (announced.isEmpty() && byId(cycle).phase() == Phase.DRAFTED) ? this.participants.asPlanned(cycle)
				: announced;
	}

	/**
	 * Announces a draft: its units are fixed and see what will be checked.
	 * @throws Refusal 409 {@code cycle.nobody} when no unit takes part
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void announce(long cycle) {
		this.transitions.announce(cycle);
	}

	/**
	 * Opens an announced cycle.
	 * @throws Refusal 409 outside its dates, or while another cycle is open
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void open(long cycle) {
		this.transitions.open(cycle);
	}

	/**
	 * Begins to close an open cycle on or after its last day: waits for the ballots in
	 * flight, and none is taken any more. It is closed once {@link Closings} has
	 * finished.
	 * @throws Refusal 409 {@code cycle.tooEarlyToClose}, {@code cycle.headAltered}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void close(long cycle) {
		requireAsSigned(cycle);
		this.transitions.close(cycle);
	}

	/**
	 * Makes sure that a year is stored as it was signed at its opening and by its acts
	 * since; before the caller writes anything to the trail.
	 * @throws Refusal 409 {@code cycle.headAltered}, which says what differs
	 */
	public void requireAsSigned(long cycle) {
		this.heads.require(byId(cycle));
	}

	/**
	 * Whether the dates of a cycle allow its next step today; the opening and the closure
	 * are the steps that wait for a day.
	 */
	public boolean isDue(Cycle cycle) {
		return switch (cycle.phase()) {
			case ANNOUNCED -> cycle.mayOpenOn(today());
			case OPENED -> cycle.mayCloseOn(today());
			case DRAFTED, CLOSING, CLOSED, COUNTED, NOTICED, PUBLISHED -> true;
		};
	}

	/**
	 * Moves a closed or counted cycle to COUNTED; the module {@code result} calls it in
	 * the transaction that stores a run.
	 * @throws Refusal 409 in any other phase
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void markCounted(long cycle) {
		this.transitions.step(cycle, CycleEntity::count);
	}

	/** Moves a counted cycle to NOTICED, called by {@code result}. */
	@PreAuthorize("hasRole('OFFICE')")
	public void markNoticed(long cycle) {
		this.transitions.step(cycle, CycleEntity::notice);
	}

	/** Moves a noticed cycle to PUBLISHED, called by {@code result}. */
	@PreAuthorize("hasRole('OFFICE')")
	public void markPublished(long cycle) {
		this.transitions.step(cycle, CycleEntity::publish);
	}

	/** The steps that a cycle has taken, oldest first. */
	@Transactional(readOnly = true)
	public List<Step> steps(long cycle) {
		return this.transitions.taken(cycle);
	}

	/**
	 * The cycle of a number, whose phase stands still until the caller's transaction
	 * ends: a step waits for it.
	 * @throws Refusal 404 when there is none
	 */
	public Cycle hold(long cycle) {
		this.cycles.hold(cycle);
		return byId(cycle);
	}

	/**
	 * Makes sure, until the caller's transaction ends, that the cycle takes ballots: a
	 * closure waits for it, and none is taken after one. A statement that holds and
	 * writes at once asks the function {@code cycle_takes_ballots} of the database
	 * instead.
	 * @throws Refusal 409 {@code cycle.notOpen} otherwise
	 */
	public void holdOpen(long cycle) {
		if (!this.cycles.holdOpen(cycle, today()).orElse(false)) {
			throw Refusal.conflict("cycle.notOpen");
		}
	}

	/**
	 * The embargo: until close nobody, administrators included, sees answers or scores.
	 * @throws Refusal 409 {@code cycle.embargo} before the close, {@code cycle.closing}
	 * while what came in is being sealed
	 */
	@Transactional(readOnly = true)
	public Cycle requireClosed(long cycle) {
		Cycle closed = byId(cycle);
		if (closed.phase() == Phase.CLOSING) {
			throw Refusal.conflict("cycle.closing");
		}
		if (!closed.phase().reached(Phase.CLOSED)) {
			throw Refusal.conflict("cycle.embargo");
		}
		return closed;
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private static <T> T found(Optional<T> cycle) {
		return cycle.orElseThrow(() -> Refusal.notFound("cycle.unknown", ""));
	}

}
