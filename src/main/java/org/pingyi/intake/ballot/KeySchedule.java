package org.pingyi.intake.ballot;

import java.util.concurrent.TimeUnit;

import org.pingyi.intake.ballot.key.BoxKeys;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the key of the next span, and gives up those whose span or cycle is over. */
@Component
@ConditionalOnProperty(name = "pingyi.sealing.scheduled", matchIfMissing = true)
class KeySchedule {

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
		if (this.cycles.current().isPresent()) {
			this.boxes.prepare();
		}
		this.boxes.over().forEach(this::retire);
		this.boxes.closeable()
			.stream()
			.filter(this::isClosed)
			.forEach((cycle) -> this.retirement.erase(-cycle.intValue()));
		this.boxes.forget();
		this.rights.forget();
	}

	private void retire(int number) {
		this.retirement.cyclesUnder(number).forEach((cycle) -> this.retirement.postpone(cycle, number));
		this.retirement.erase(number);
	}

	private boolean isClosed(long cycle) {
		return this.cycles.byId(cycle).phase().reached(Phase.CLOSED);
	}

}
