package org.pingyi.intake.ballot.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.intake.ballot.log.Checkpoint;
import org.pingyi.intake.ballot.log.Logs;
import org.pingyi.intake.ballot.tally.Tallies;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs recounts, each on one node at a time, which holds its row meanwhile. Whatever ends
 * that node gives the row up, and the next turn begins again, a few times at most.
 */
@Component
class RecountJob {

	private static final Logger logger = LoggerFactory.getLogger(RecountJob.class);

	/** What fails so often fails for a reason. */
	private static final int MOST_BEGUN = 3;

	/** More is counted and not named. */
	private static final int MOST_NAMED = 200;

	private final RecountRepository repository;

	private final RecountBarRepository bars;

	private final RecountReading reading;

	private final Tallies tallies;

	private final Logs logs;

	private final Cycles cycles;

	private final Audit audit;

	private final Clock clock;

	/** Holds the row over all nodes until the result is in it. */
	private final TransactionTemplate turn;

	private final TransactionTemplate outside;

	RecountJob(RecountRepository repository, RecountBarRepository bars, RecountReading reading, Tallies tallies,
			Logs logs, Cycles cycles, Audit audit, Clock clock, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.bars = bars;
		this.reading = reading;
		this.tallies = tallies;
		this.logs = logs;
		this.cycles = cycles;
		this.audit = audit;
		this.clock = clock;
		this.turn = new TransactionTemplate(transactions);
		this.turn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	/** What a recount gave. */
	private record Result(long ballots, List<DifferingBar> differing, long millis) {
	}

	/**
	 * Runs each recount that runs nowhere; a failure is logged, and another turn tries.
	 */
	void goOn() {
		for (long recount : this.repository.running()) {
			try {
				this.turn.executeWithoutResult(
						(status) -> this.repository.tryTurn(recount).ifPresent((started) -> run(recount, started)));
			}
			catch (RuntimeException ex) {
				logger.error("Recount {} is not finished; it begins again at the next turn", recount, ex);
			}
		}
	}

	private void run(long recount, RecountRepository.Turn started) {
		if (this.reading.begin(recount) > MOST_BEGUN) {
			this.repository.end(recount, RecountState.FAILED, 0, 0, 0, 0);
			record(started, "failed");
			logger.error("Recount {} was begun {} times and never ended", recount, MOST_BEGUN);
			return;
		}
		long cycle = started.getCycle();
		end(recount, started, Objects.requireNonNull(this.outside.execute((none) -> count(recount, cycle))));
	}

	private Result count(long recount, long cycle) {
		Instant begin = this.clock.instant();
		List<RowCounts> counts = this.reading.run(recount, cycle);
		List<DifferingBar> differing = new TallyComparison(counts).run(this.tallies.of(cycle).stream());
		return new Result(counts.stream().mapToLong(RowCounts::ballots).sum(), differing,
				Duration.between(begin, this.clock.instant()).toMillis());
	}

	private void end(long recount, RecountRepository.Turn started, Result result) {
		long signed = this.logs.lastCheckpoint(started.getCycle()).map(Checkpoint::size).orElse(0L);
		this.repository.end(recount, RecountState.DONE, result.ballots(), signed, result.differing().size(),
				result.millis());
		this.bars.saveAll(IntStream.range(0, Math.min(result.differing().size(), MOST_NAMED))
			.mapToObj((number) -> new RecountBarEntity(recount, number, result.differing().get(number)))
			.toList());
		record(started,
				"ballots %d, signed %d, differing %d".formatted(result.ballots(), signed, result.differing().size()));
		logger.info("Recount {} of cycle {}: {} ballots in {} ms, {} bars differ", recount, started.getCycle(),
				result.ballots(), result.millis(), result.differing().size());
	}

	/** Whoever started it is told of in the trail, whatever node ended it. */
	private void record(RecountRepository.Turn started, String result) {
		this.audit.record(new Actor(started.getStartedBy()), "ballot.recounted",
				BallotRecounts.subject(this.cycles.byId(started.getCycle())), result);
	}

}
