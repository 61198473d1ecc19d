package org.pingyi.base.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

	/** A decision by the {@link Actor current actor}, now; not appended yet. */
	public Decision decision(ProposalState state, String remark) {
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
