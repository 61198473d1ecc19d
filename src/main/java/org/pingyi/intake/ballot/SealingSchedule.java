package org.pingyi.intake.ballot;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.rules.cycle.Cycles;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals a cycle in which enough ballots came in to hide in one another: soon when there
 * are many, fewer when they have waited long. In a rush a batch a minute has to do:
 * sealing may fall behind, voting may not.
 */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class SealingSchedule {

	private static final Logger logger = LoggerFactory.getLogger(SealingSchedule.class);

	private static final int MANY = 500;

	private static final int SOME = 2 * Sealer.MIN_ANONYMITY_SET;

	/** Each look decrypts all that waits: not for less than this part of it. */
	private static final int PART = 8;

	private final WaitingBallotRepository waiting;

	private final Cycles cycles;

	private final Sealer sealer;

	private final GroupCommit commits;

	/** How many went on waiting after the last look, by cycle. */
	private final Map<Long, Long> left = new ConcurrentHashMap<>();

	/** The cycles whose last seal failed. */
	private final Set<Long> failing = ConcurrentHashMap.newKeySet();

	SealingSchedule(WaitingBallotRepository waiting, Cycles cycles, Sealer sealer, GroupCommit commits) {
		this.waiting = waiting;
		this.cycles = cycles;
		this.sealer = sealer;
		this.commits = commits;
	}

	@Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.SECONDS)
	void sealWhereManyWait() {
		if (!this.commits.isRushed()) {
			seal(MANY);
		}
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void sealEvenInARush() {
		seal(MANY);
	}

	@Scheduled(initialDelay = 6, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
	void sealWhereSomeHaveWaitedLong() {
		seal(SOME);
	}

	private void seal(int enough) {
		this.cycles.opened().ifPresent((cycle) -> seal(cycle.id(), enough));
	}

	private void seal(long cycle, int enough) {
		long before = this.left.getOrDefault(cycle, 0L);
		long wanted = before + Math.max(enough, before / PART);
		long now = this.waiting.count(cycle, wanted);
		this.left.put(cycle, (now >= wanted) ? sealed(cycle, enough) : Math.min(before, now));
	}

	/**
	 * How many still wait. When it fails that is all of them, and it is tried again when
	 * as many more have come as after a success: most of what makes it fail stays.
	 */
	private long sealed(long cycle, int enough) {
		try {
			long left = this.sealer.sealSome(cycle, enough);
			this.failing.remove(cycle);
			return left;
		}
		catch (RuntimeException ex) {
			if (this.failing.add(cycle)) {
				logger.warn("What waits in cycle {} cannot be sealed; it waits for more, or for the close", cycle, ex);
			}
			return this.waiting.count(cycle, Long.MAX_VALUE);
		}
	}

}
