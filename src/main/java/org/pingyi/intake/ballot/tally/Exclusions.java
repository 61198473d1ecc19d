package org.pingyi.intake.ballot.tally;

import java.util.List;

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
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Excluding ballots after the close and before publication: one person proposes, another
 * decides. Nothing is deleted; how many there are is public.
 */
@NamedInterface("tally")
@Service
@Transactional
public class Exclusions {

	/** Of fewer, both scores together would tell what they said. */
	static final long FEWEST = 10;

	private static final int LONGEST_REASON = 500;

	private static final int LONGEST_EVIDENCE = 2000;

	private final ExclusionRepository repository;

	private final TallyRepository tallies;

	private final Cycles cycles;

	private final Decisions decisions;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	Exclusions(ExclusionRepository repository, TallyRepository tallies, Cycles cycles, Decisions decisions, Audit audit,
			ApplicationEventPublisher events) {
		this.repository = repository;
		this.tallies = tallies;
		this.cycles = cycles;
		this.decisions = decisions;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Proposes to exclude ballots.
	 * @throws Refusal 409 before the close, after publication, or when it was proposed
	 * already; 422 for too few ballots, or without reason and evidence
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public long propose(NewExclusion proposal) {
		Cycle cycle = requireDeciding(proposal.cycle());
		if (!fits(proposal.reason(), LONGEST_REASON) || !fits(proposal.evidence(), LONGEST_EVIDENCE)) {
			throw Refusal.invalid("ballot.exclusion.unreasoned");
		}
		if (proposal.signals() <= 0 || ballots(proposal) < FEWEST) {
			throw Refusal.invalid("ballot.exclusion.few", FEWEST);
		}
		long id = insert(proposal);
		this.decisions.append(List.of(subject(id)), this.decisions.decision(ProposalState.PROPOSED, proposal.reason()));
		record("ballot.apartProposed", cycle, id);
		return id;
	}

	private static boolean fits(String text, int longest) {
		return !text.isBlank() && text.length() <= longest;
	}

	private long ballots(NewExclusion proposal) {
		return this.tallies.ballots(proposal.cycle(), proposal.channel(), proposal.unit(), proposal.signals());
	}

	private long insert(NewExclusion proposal) {
		this.repository.lock();
		return this.repository
			.insert(proposal.cycle(), proposal.channel(), proposal.unit(), proposal.signals(),
					proposal.reason().strip(), proposal.evidence().strip(), Actor.current().name())
			.orElseThrow(() -> Refusal.conflict("ballot.exclusion.twice"));
	}

	/**
	 * Excludes the ballots.
	 * @param seen the proposal as its decider saw it
	 * @throws Refusal 404, 409 for one's own proposal, when it is decided already, after
	 * publication, or when it is not what was seen
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void approve(long cycle, SeenProposal seen) {
		Exclusion approved = decide(requireDeciding(cycle), seen, ProposalState.APPROVED, "ballot.apartApproved");
		this.events
			.publishEvent(ExclusionRecords.act(cycle, approved, approved.decision().proposedBy(), approved.reason()));
	}

	/** Lets the ballots count; refuses like {@link #approve}. */
	@PreAuthorize("hasRole('OFFICE')")
	public void reject(long cycle, SeenProposal seen) {
		decide(requireDeciding(cycle), seen, ProposalState.REJECTED, "ballot.apartRejected");
	}

	private Exclusion decide(Cycle cycle, SeenProposal seen, ProposalState state, String act) {
		long id = seen.id();
		if (require(cycle, id).decision().own()) {
			throw Refusal.conflict("ballot.exclusion.own");
		}
		Decision decision = this.decisions.decision(state, "");
		if (this.repository.decide(id, state, decision.by()) == 0) {
			throw Refusal.conflict("ballot.exclusion.decided");
		}
		Exclusion decided = require(cycle, id);
		decided.seen().requireSeen(seen);
		this.decisions.append(List.of(subject(id)), decision);
		record(act, cycle, id);
		return decided;
	}

	private Exclusion require(Cycle cycle, long id) {
		return this.repository.ofCycle(cycle.id())
			.stream()
			.filter((exclusion) -> exclusion.id() == id)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("ballot.exclusion.unknown"));
	}

	/**
	 * Takes one's own proposal back.
	 * @throws Refusal 404, 409 after publication and as {@link Decisions#withdraw}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	public void withdraw(long cycle, long id) {
		Cycle deciding = requireDeciding(cycle);
		List<String> proposer = this.repository.ofCycle(cycle)
			.stream()
			.filter((exclusion) -> exclusion.id() == id)
			.map((exclusion) -> exclusion.decision().proposedBy())
			.toList();
		if (proposer.isEmpty()) {
			throw Refusal.notFound("ballot.exclusion.unknown");
		}
		this.decisions.withdraw(proposer, List.of(subject(id)),
				(withdrawn) -> this.repository.decide(id, withdrawn.state(), withdrawn.by()));
		record("ballot.apartWithdrawn", deciding, id);
	}

	static String subject(long id) {
		return "exclusion:" + id;
	}

	/** All proposals of a closed cycle, oldest first. */
	@PreAuthorize("hasAnyRole('OFFICE', 'AUDITOR')")
	@Transactional(readOnly = true)
	public List<Exclusion> of(long cycle) {
		this.cycles.requireClosed(cycle);
		return this.repository.ofCycle(cycle);
	}

	/** Until the transaction ends, nothing is published beside what is decided. */
	private Cycle requireDeciding(long cycle) {
		this.cycles.hold(cycle);
		Cycle closed = this.cycles.requireClosed(cycle);
		if (closed.phase() == Phase.PUBLISHED) {
			throw Refusal.conflict("ballot.exclusion.published");
		}
		return closed;
	}

	private void record(String act, Cycle cycle, long id) {
		this.audit.record(act, "cycle:" + cycle.code(), "apart " + id);
	}

}
