package org.pingyi.outcome.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.WrittenOpinion;
import org.pingyi.outcome.feedback.Rectification.State;

import org.springframework.stereotype.Component;

/**
 * Sends opinions to a unit: in their own words where the writer agreed, else summarised.
 */
@Component
class OpinionDispatch {

	private final RectificationStore store;

	private final Ballots ballots;

	private final Audit audit;

	private final Clock clock;

	OpinionDispatch(RectificationStore store, Ballots ballots, Audit audit, Clock clock) {
		this.store = store;
		this.ballots = ballots;
		this.audit = audit;
		this.clock = clock;
	}

	int send(long cycle, long unit, List<UUID> opinions, LocalDate deadline) {
		Set<UUID> wanted = new HashSet<>(opinions);
		List<WrittenOpinion> chosen = this.ballots.opinions(cycle, unit)
			.stream()
			.filter((one) -> wanted.contains(one.id()))
			.toList();
		if (chosen.isEmpty() || chosen.size() != wanted.size()) {
			throw Refusal.invalid("feedback.noneChosen");
		}
		if (!chosen.stream().allMatch(WrittenOpinion::mayForward)) {
			throw Refusal.invalid("feedback.notToForward");
		}
		requireFuture(deadline);
		chosen.forEach((one) -> store(cycle, one, one.text(), deadline));
		return chosen.size();
	}

	long summarise(long cycle, long unit, UUID opinion, String summary, LocalDate deadline) {
		WrittenOpinion found = this.ballots.opinions(cycle, unit)
			.stream()
			.filter((one) -> one.id().equals(opinion))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("feedback.noOpinion"));
		if (summary.isBlank()) {
			throw Refusal.invalid("feedback.summaryMissing");
		}
		if (!found.mayForward() && summary.contains(found.text().strip())) {
			throw Refusal.invalid("feedback.summaryRepeats");
		}
		requireFuture(deadline);
		return store(cycle, found, summary.strip(), deadline);
	}

	void requireFuture(LocalDate deadline) {
		if (!deadline.isAfter(LocalDate.now(this.clock))) {
			throw Refusal.invalid("feedback.deadlinePast", deadline.toString());
		}
	}

	private long store(long cycle, WrittenOpinion opinion, String words, LocalDate deadline) {
		boolean summarised = !words.equals(opinion.text());
		RectificationStep sent = new RectificationStep(State.SENT, Actor.current().name(), this.clock.instant(), "",
				deadline);
		long id = this.store.insert(cycle, opinion, words, summarised, sent)
			.orElseThrow(() -> Refusal.conflict("feedback.sentAlready"));
		this.store.append(id, sent);
		this.audit.record("feedback.sent", "rectification:" + id, "unit:" + opinion.unit() + " by " + deadline);
		return id;
	}

}
