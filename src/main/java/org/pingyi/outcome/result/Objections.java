package org.pingyi.outcome.result;

import java.time.Clock;
import java.util.List;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scoring.Line;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections of units to their drafts (申诉), decided by the office before publication. */
@Service
@Transactional
public class Objections {

	private final ObjectionRepository objections;

	private final Runs runs;

	private final Cycles cycles;

	private final Units units;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Objections(ObjectionRepository objections, Runs runs, Cycles cycles, Units units, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.objections = objections;
		this.runs = runs;
		this.cycles = cycles;
		this.units = units;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Files an objection of the liaison's own unit to its draft.
	 * @param line {@link Line#key() key} of a line of its scorecard, or "" for the whole
	 * @return number of the objection
	 * @throws Refusal 409 {@code result.noObjectionNow} outside the notice, 422
	 * {@code result.noLine}, 409 {@code result.objectedAlready} for the same line of the
	 * same run again
	 */
	@PreAuthorize("hasRole('LIAISON')")
	public long file(long cycle, String line, String reason) {
		Cycle noticed = requireNoticed(this.cycles.hold(cycle));
		String own = this.units.own().code();
		Run run = this.runs.last(cycle).orElseThrow();
		requireLine(this.runs.score(run.id(), own).card().total(), line);
		long objection = append(new ObjectionEntity(run, own, line, reason, this.clock.instant(), actor()));
		this.audit.record("result.objected", "cycle:" + noticed.code() + "/" + own, "objection " + objection);
		this.events.publishEvent(ObjectionRecords.filed(byNumber(objection)).act());
		return objection;
	}

	private long append(ObjectionEntity objection) {
		try {
			return this.objections.save(objection).id();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("result.objectedAlready");
		}
	}

	/**
	 * Decides an objection once.
	 * @param seen the objection as its decider saw it
	 * @param upheld whether the unit was right; a new run must then be counted before
	 * publication
	 * @throws Refusal 409 {@code result.decidedAlready}, or {@code audit.changed} when it
	 * is not what was seen
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void decide(SeenProposal seen, boolean upheld, String reason) {
		long objection = seen.id();
		Objection open = byId(objection);
		Cycle noticed = requireNoticed(this.cycles.hold(open.cycle()));
		if (this.objections.decide(objection, upheld, reason, this.clock.instant(), actor()) == 0) {
			throw Refusal.conflict("result.decidedAlready");
		}
		open.seen().requireSeen(seen);
		String act = upheld ? "result.upheld" : "result.dismissed";
		this.audit.record(act, "cycle:" + noticed.code() + "/" + open.unit(), "objection " + objection);
		ObjectionRecords.decided(byNumber(objection)).ifPresent((decided) -> this.events.publishEvent(decided.act()));
	}

	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Objection byId(long objection) {
		return byNumber(objection).toObjection();
	}

	private ObjectionRepository.Filed byNumber(long objection) {
		return this.objections.findFiled(objection).orElseThrow(() -> Refusal.notFound("result.noObjection"));
	}

	/** The objections of a cycle, open ones first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<Objection> of(long cycle) {
		return objections(this.objections.findFiledInCycle(cycle));
	}

	/** How many objections of a cycle wait for a decision. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public long open(long cycle) {
		return this.objections.countOpen(cycle);
	}

	/** How many upheld objections of a cycle wait for a new count. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public long uncounted(long cycle) {
		return this.objections.countUpheldSinceLastRun(cycle);
	}

	/** The objections of the liaison's own unit. */
	@PreAuthorize("hasRole('LIAISON')")
	@Transactional(readOnly = true)
	public List<Objection> own(long cycle) {
		return objections(this.objections.findFiledByUnit(cycle, this.units.own().code()));
	}

	private static List<Objection> objections(List<ObjectionRepository.Filed> filed) {
		return filed.stream().map(ObjectionRepository.Filed::toObjection).toList();
	}

	/**
	 * Refuses while an objection is open, or was upheld and nothing was counted since.
	 */
	void requireSettled(Cycle cycle) {
		long open = this.objections.countOpen(cycle.id());
		if (open > 0) {
			throw Refusal.conflict("result.objectionsOpen", open);
		}
		if (this.objections.countUpheldSinceLastRun(cycle.id()) > 0) {
			throw Refusal.conflict("result.upheldNotCounted");
		}
	}

	private static void requireLine(Line total, String key) {
		if (!key.isEmpty() && total.all().noneMatch((line) -> line.key().equals(key))) {
			throw Refusal.invalid("result.noLine", key);
		}
	}

	private static String actor() {
		return Actor.current().name();
	}

	private static Cycle requireNoticed(Cycle cycle) {
		if (cycle.phase() != Phase.NOTICED) {
			throw Refusal.conflict("result.noObjectionNow", cycle.name());
		}
		return cycle;
	}

}
