package org.pingyi.outcome.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;

import org.springframework.stereotype.Component;

/** Counts how far the opinions about each participant have got. */
@Component
class ProgressReport {

	private final RectificationRepository rectifications;

	private final Ballots ballots;

	private final Cycles cycles;

	private final Clock clock;

	ProgressReport(RectificationRepository rectifications, Ballots ballots, Cycles cycles, Clock clock) {
		this.rectifications = rectifications;
		this.ballots = ballots;
		this.cycles = cycles;
		this.clock = clock;
	}

	/** In the order of the participants of a closed cycle. */
	List<Progress> of(long cycle) {
		Map<Long, Long> opinions = this.ballots.opinionCounts(cycle);
		Map<Long, Progress> sent = this.rectifications.progress(cycle, LocalDate.now(this.clock))
			.stream()
			.collect(Collectors.toMap(Progress::unit, Function.identity()));
		return this.cycles.participants(cycle)
			.stream()
			.map(Participant::unit)
			.map((unit) -> progress(unit, opinions.getOrDefault(unit, 0L), sent.get(unit)))
			.toList();
	}

	private static Progress progress(long unit, long opinions, @Nullable Progress sent) {
		return (sent == null) ? new Progress(unit, opinions, 0, 0, 0, 0)
				: new Progress(unit, opinions, sent.sent(), sent.answered(), sent.resolved(), sent.overdue());
	}

}
