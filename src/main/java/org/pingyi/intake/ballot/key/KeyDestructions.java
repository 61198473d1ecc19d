package org.pingyi.intake.ballot.key;

import java.util.List;
import java.util.stream.Stream;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroying the key of a year's rights once its results are published and nobody can
 * object any more: one person proposes, another decides. Afterwards nobody, not even the
 * holder of the city's secret, finds out who rated which unit. What was counted stays as
 * it is.
 */
@Service
@Transactional
public class KeyDestructions {

	static final int LONGEST_REASON = 500;

	private final KeyDestructionRepository repository;

	private final RightKeys keys;

	private final Cycles cycles;

	private final Decisions decisions;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	KeyDestructions(KeyDestructionRepository repository, RightKeys keys, Cycles cycles, Decisions decisions,
			Audit audit, ApplicationEventPublisher events) {
		this.repository = repository;
		this.keys = keys;
		this.cycles = cycles;
		this.decisions = decisions;
		this.audit = audit;
		this.events = events;
	}

	/** The proposals of a year, newest first. */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public List<KeyDestruction> of(long cycle) {
		return proposals(cycle).toList();
	}

	private Stream<KeyDestruction> proposals(long cycle) {
		return this.repository.findByCycleOrderByIdDesc(cycle)
			.stream()
			.map((proposal) -> new KeyDestruction(proposal.id(), proposal.decision(),
					this.decisions.history(subject(proposal.id()))));
	}

	/** Where the key of a year stands. */
	@Transactional(readOnly = true)
	public KeyState state(Cycle cycle) {
		if (this.keys.isErased(cycle.id())) {
			return KeyState.DESTROYED;
		}
		if (!this.keys.isErasable(cycle.id())) {
			return KeyState.NONE;
		}
		return (cycle.phase() == Phase.PUBLISHED) ? KeyState.DISPENSABLE : KeyState.NEEDED;
	}

	/**
	 * Proposes to destroy the key of a year.
	 * @throws Refusal 409 {@code ballot.key.needed} before publication,
	 * {@code ballot.key.none} where there is no key any more or never was,
	 * {@code ballot.key.twice} when it is proposed already; 422
	 * {@code ballot.key.unreasoned}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void propose(long cycle, String reason) {
		Cycle published = requireDispensable(cycle);
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw Refusal.invalid("ballot.key.unreasoned").at("reason");
		}
		this.repository.lock();
		long id = this.repository.insert(cycle, Actor.current().name())
			.orElseThrow(() -> Refusal.conflict("ballot.key.twice"));
		this.decisions.append(List.of(subject(id)), this.decisions.decision(ProposalState.PROPOSED, reason));
		record("ballot.keyProposed", published);
	}

	/**
	 * Destroys the key; its files are gone with the commit.
	 * @param seen the proposal as its decider has read it: another one is another
	 * decision
	 * @throws Refusal 409 as {@link #propose}, {@code ballot.key.own} for one's own
	 * proposal, {@code ballot.key.decided} when it is not open, {@code audit.changed}
	 * when it is not what was read
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void approve(long cycle, SeenProposal seen) {
		Cycle published = requireDispensable(cycle);
		KeyDestruction decided = decide(cycle, seen, ProposalState.APPROVED);
		record("ballot.keyDestroyed", published);
		this.events.publishEvent(KeyDestructionRecords.act(cycle, seen.id(), decided.decision().proposedBy(),
				this.decisions.history(subject(seen.id())).getFirst().remark()));
		this.keys.erase(cycle);
	}

	/** Keeps the key; refuses like {@link #approve}. */
	@PreAuthorize("hasRole('OFFICE')")
	public void reject(long cycle, SeenProposal seen) {
		Cycle published = requireDispensable(cycle);
		decide(cycle, seen, ProposalState.REJECTED);
		record("ballot.keyKept", published);
	}

	/**
	 * Takes one's own proposal back.
	 * @throws Refusal 409 as {@link Decisions#withdraw}, {@code ballot.key.decided} when
	 * there is none
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void withdraw(long cycle, long proposal) {
		KeyDestruction own = require(cycle, proposal);
		this.decisions.withdraw(List.of(own.decision().proposedBy()), List.of(subject(proposal)),
				(withdrawn) -> this.repository.decide(proposal, withdrawn.state(), withdrawn.by()));
		record("ballot.keyWithdrawn", this.cycles.byId(cycle));
	}

	private KeyDestruction decide(long cycle, SeenProposal seen, ProposalState state) {
		KeyDestruction proposal = require(cycle, seen.id());
		if (proposal.decision().own()) {
			throw Refusal.conflict("ballot.key.own");
		}
		Decision decision = this.decisions.decision(state, "");
		if (this.repository.decide(proposal.id(), state, decision.by()) == 0) {
			throw Refusal.conflict("ballot.key.decided");
		}
		KeyDestruction decided = require(cycle, proposal.id());
		decided.seen().requireSeen(seen);
		this.decisions.append(List.of(subject(proposal.id())), decision);
		return decided;
	}

	private KeyDestruction require(long cycle, long id) {
		return proposals(cycle).filter((proposal) -> proposal.id() == id)
			.findFirst()
			.orElseThrow(() -> Refusal.conflict("ballot.key.decided"));
	}

	static String subject(long id) {
		return "key:" + id;
	}

	private Cycle requireDispensable(long cycle) {
		Cycle held = this.cycles.byId(cycle);
		return switch (state(held)) {
			case DISPENSABLE -> held;
			case NEEDED -> throw Refusal.conflict("ballot.key.needed");
			case NONE, DESTROYED -> throw Refusal.conflict("ballot.key.none");
		};
	}

	private void record(String act, Cycle cycle) {
		this.audit.record(act, "cycle:" + cycle.code(), "");
	}

}
