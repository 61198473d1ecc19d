package org.pingyi.base.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of whatever one person proposes and another decides: when, by whom and why.
 * Whoever calls checks first who may decide and read.
 */
@Service
public class Decisions {

	private final DecisionRepository repository;

	private final Clock clock;

	Decisions(DecisionRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * A decision by the {@link Actor current actor}, now; not appended yet.
	 * @param remark why, or "" where nothing is said; whoever agrees may say as little as
	 * they like
	 * @throws Refusal 422 {@code audit.reasonShort} when it says too little
	 */
	public Decision decision(ProposalState state, String remark) {
		if (state != ProposalState.APPROVED && !remark.isEmpty()) {
			Reason.Check.require(remark);
		}
		// The database keeps microseconds.
		return new Decision(state, Actor.current().name(), this.clock.instant().truncatedTo(ChronoUnit.MICROS),
				remark.strip());
	}

	/**
	 * Appends a decision, in the transaction in which the proposals change their state.
	 * @param subjects what it is about: {@code adjustment:12}
	 * @throws org.springframework.dao.DataIntegrityViolationException when one of them is
	 * proposed, or decided, already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(Collection<String> subjects, Decision decision) {
		this.repository.append(subjects.toArray(String[]::new), decision.state().name(), decision.by(), decision.at(),
				decision.remark());
	}

	/**
	 * Takes proposals back, as long as nobody has decided them.
	 * @param proposers who proposed them: nobody but the current actor may
	 * @param subjects what they are about
	 * @param update changes the state of those that are open, and gives how many
	 * @throws Refusal 409 {@code audit.notOwn} when somebody else proposed one,
	 * {@code audit.settled} when one was decided or taken back before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(Collection<String> proposers, Collection<String> subjects, ToIntFunction<Decision> update) {
		Decision withdrawn = decision(ProposalState.WITHDRAWN, "");
		if (!proposers.stream().allMatch(withdrawn.by()::equals)) {
			throw Refusal.conflict("audit.notOwn");
		}
		if (subjects.isEmpty() || update.applyAsInt(withdrawn) != subjects.size()) {
			throw Refusal.conflict("audit.settled");
		}
		append(subjects, withdrawn);
	}

	/** What was decided about a proposal, oldest first. */
	@Transactional(readOnly = true)
	public List<Decision> history(String subject) {
		return this.repository.findBySubject(subject);
	}

	/** Who proposed and approved each of some proposals, and why, by subject. */
	@Transactional(readOnly = true)
	public Map<String, Approval> approvals(Collection<String> subjects) {
		Map<String, Approval> approvals = new HashMap<>();
		subjects.forEach((subject) -> approvals.put(subject, Approval.NONE));
		this.repository.findBySubjects(subjects.toArray(String[]::new))
			.forEach((line) -> approvals.computeIfPresent(line.getSubject(),
					(subject, approval) -> approval.with(line.decision())));
		return approvals;
	}

}
