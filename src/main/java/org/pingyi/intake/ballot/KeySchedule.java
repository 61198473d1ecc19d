package org.pingyi.intake.ballot;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the key of the next span, and gives up those whose span or cycle is over. What
 * fails is tried again at the next turn, and keeps nothing else from its turn.
 */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class KeySchedule {

	private static final Logger logger = LoggerFactory.getLogger(KeySchedule.class);

	private final BoxKeys boxes;

	private final RightKeys rights;

	private final KeyRetirement retirement;

	private final Cycles cycles;

	KeySchedule(BoxKeys boxes, RightKeys rights, KeyRetirement retirement, Cycles cycles) {
		this.boxes = boxes;
		this.rights = rights;
		this.retirement = retirement;
		this.cycles = cycles;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void turn() {
		attempt(this::prepare);
		attempt(() -> over().forEach((number) -> attempt(() -> retire(number))));
		attempt(() -> this.boxes.closeable().forEach((cycle) -> attempt(() -> retireClosed(cycle))));
		attempt(this.boxes::forget);
		attempt(this.rights::forget);
	}

	private static void attempt(Runnable step) {
		try {
			step.run();
		}
		catch (RuntimeException ex) {
			logger.error("A turn of the keys of ballots failed in part", ex);
		}
	}

	private void prepare() {
		if (this.cycles.current().isPresent()) {
			this.boxes.prepare();
		}
	}

	/** While ballots come in, the last key stays until there is a later one. */
	private List<Integer> over() {
		return this.cycles.current().isPresent() ? this.boxes.replaced() : this.boxes.over();
	}

	private void retire(int number) {
		this.retirement.cyclesUnder(number).forEach((cycle) -> this.retirement.postpone(cycle, number));
		this.retirement.erase(number);
	}

	private void retireClosed(long cycle) {
		if (this.cycles.byId(cycle).phase().reached(Phase.CLOSED)) {
			this.retirement.erase(Math.toIntExact(-cycle));
		}
	}

}
