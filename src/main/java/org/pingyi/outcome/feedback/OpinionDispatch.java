package org.pingyi.outcome.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.unit.UnitId;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.WrittenOpinion;
import org.pingyi.outcome.feedback.Rectification.State;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Phase;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Reads opinions and sends them to a unit: in their own words where the writer agreed,
 * else summarised.
 */
@Component
class OpinionDispatch {

	private final RectificationRepository rectifications;

	private final RectificationSteps steps;

	private final Ballots ballots;

	private final Audit audit;

	private final Clock clock;

	OpinionDispatch(RectificationRepository rectifications, RectificationSteps steps, Ballots ballots, Audit audit,
			Clock clock) {
		this.rectifications = rectifications;
		this.steps = steps;
		this.ballots = ballots;
		this.audit = audit;
		this.clock = clock;
	}

	/** What people wrote about a unit; each look is in the trail. */
	List<Opinion> opinions(Cycle closed, UnitId unit) {
		// looks before publication are recorded by the ballots
		if (closed.phase().reached(Phase.PUBLISHED)) {
			this.audit.record("feedback.opinionsRead", "cycle:" + closed.code(), "unit:" + unit.value());
		}
		Map<UUID, Rectification> sent = this.rectifications.findByCycleAndUnit(closed.id(), unit.value())
			.stream()
			.collect(Collectors.toMap(RectificationEntity::opinion, RectificationEntity::toRectification));
		return this.ballots.opinions(closed.id(), unit.value())
			.stream()
			.map((one) -> new Opinion(one.id(), one.channel(), one.text(), one.mayForward(), sent.get(one.id())))
			.toList();
	}

	int send(CycleId cycle, UnitId unit, List<UUID> opinions, LocalDate deadline) {
		Set<UUID> wanted = new HashSet<>(opinions);
		List<WrittenOpinion> chosen = this.ballots.opinions(cycle.value(), unit.value())
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
		chosen.forEach((one) -> append(cycle, one, one.text(), deadline));
		return chosen.size();
	}

	long summarise(CycleId cycle, UnitId unit, UUID opinion, String summary, LocalDate deadline) {
		WrittenOpinion found = this.ballots.opinions(cycle.value(), unit.value())
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
		return append(cycle, found, summary.strip(), deadline);
	}

	void requireFuture(LocalDate deadline) {
		if (!deadline.isAfter(LocalDate.now(this.clock))) {
			throw Refusal.invalid("feedback.deadlinePast", deadline.toString());
		}
	}

	private long append(CycleId cycle, WrittenOpinion opinion, String words, LocalDate deadline) {
		long id = append(new RectificationEntity(cycle.value(), opinion, words, deadline, Actor.current().name(),
				this.clock.instant()));
		this.steps.append(id, State.SENT, "", deadline);
		this.audit.record("feedback.sent", "rectification:" + id, "unit:" + opinion.unit() + " by " + deadline);
		return id;
	}

	private long append(RectificationEntity rectification) {
		try {
			return this.rectifications.save(rectification).id();
		}
		catch (DataIntegrityViolationException ex) {
			throw Refusal.conflict("feedback.sentAlready");
		}
	}

}
