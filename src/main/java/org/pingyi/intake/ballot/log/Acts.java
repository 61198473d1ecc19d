package org.pingyi.intake.ballot.log;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Sha256;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleAct;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.RecordedAct;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Appends what a year counts by, and each act that changes it, to the signed log, in the
 * transaction in which it is done: what counts is signed before it counts. Whoever acts
 * has written the trail before, so that the locks are taken in one order.
 */
@Component
class Acts {

	/**
	 * Names the format, so that its leaf can never be taken for another one. The head
	 * names it, too: of years that were opened before, not every act is in the log.
	 */
	static final String FORMAT = "pingyi-act/2";

	/** Format, cycle, position and time come before what was done. */
	static final int BEFORE = 4;

	private final ActRepository repository;

	private final Logs logs;

	private final Merkle merkle;

	private final Cycles cycles;

	private final Schemes schemes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Acts(ActRepository repository, Logs logs, Merkle merkle, Cycles cycles, Schemes schemes,
			ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.logs = logs;
		this.merkle = merkle;
		this.cycles = cycles;
		this.schemes = schemes;
		this.events = events;
		this.clock = clock;
	}

	/** The head comes first; a year whose scheme was altered is not opened. */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	public void onOpened(CycleOpened opened) {
		Cycle cycle = this.cycles.byId(opened.cycle());
		this.schemes.document(cycle.schemeVersion());
		CycleHead head = CycleHead.of(cycle, this.schemes.version(cycle.schemeVersion()),
				this.cycles.participants(cycle.id()));
		this.logs.lock(cycle.id());
		append(cycle.id(), 0, head.text());
		this.events.publishEvent(head);
		this.logs.signActs(cycle.id());
	}

	/** Years that were opened before heads were kept have no log of acts. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void onAct(CycleAct act) {
		this.logs.lock(act.cycle());
		long position = this.repository.countByCycle(act.cycle());
		if (position > 0) {
			append(act.cycle(), position, entry(act, position));
			this.logs.signActs(act.cycle());
		}
	}

	private void append(long cycle, long position, String entry) {
		this.repository.save(new ActEntity(cycle, position, entry, this.merkle.leaf(entry)));
	}

	private String entry(CycleAct act, long position) {
		return FORMAT + "|"
				+ CycleAct.detail(act.cycle(), position, this.clock.instant().truncatedTo(ChronoUnit.MICROS),
						told(new RecordedAct(act, Actor.current().name())));
	}

	/** What an entry tells behind its place and time. */
	static String told(RecordedAct recorded) {
		CycleAct act = recorded.act();
		return CycleAct.detail(act.act(), act.subject(), act.proposedBy(), recorded.decidedBy(), digest(act.words()),
				act.detail());
	}

	/** What an entry says was done; "" for a head. */
	static String named(String entry) {
		String[] fields = entry.split("\\|", BEFORE + 2);
		return (fields.length > BEFORE && !fields[0].contains("\n")) ? fields[BEFORE] : "";
	}

	private static String digest(String words) {
		return words.isEmpty() ? "" : Sha256.hex(words);
	}

}
