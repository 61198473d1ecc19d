package org.pingyi.intake.ballot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.intake.ballot.company.SealingPlan;
import org.pingyi.intake.ballot.company.TooFewWhole;
import org.pingyi.rules.cycle.ClosingProgress;
import org.pingyi.rules.cycle.ClosingTask;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what waits at the close, each batch in a transaction of its own: first those that
 * have company of their own kind, in the last batch all others together with those who
 * stayed for them (src/docs/decisions/0028-closing.md).
 */
@Component
class ClosingSeal implements ClosingTask {

	private static final Logger logger = LoggerFactory.getLogger(ClosingSeal.class);

	private final Sealer sealer;

	private final WaitingBallotRepository waiting;

	private final SealedBallotRepository sealed;

	private final int size;

	/**
	 * @param size about so many ballots are in a batch; as many at most are sealed in one
	 * shuffle without any before it
	 */
	ClosingSeal(Sealer sealer, WaitingBallotRepository waiting, SealedBallotRepository sealed,
			@Value("${pingyi.closing.batch:200000}") int size) {
		this.sealer = sealer;
		this.waiting = waiting;
		this.sealed = sealed;
		this.size = size;
	}

	/**
	 * Once more when the first plan fails: what waits may have been encrypted anew since.
	 * Where it was doubled all of it hides in the last batch.
	 */
	@Override
	public void run(long cycle) {
		if (!sealInBatches(cycle)) {
			sealInBatches(cycle);
		}
		this.sealer.sealAll(cycle);
	}

	private boolean sealInBatches(long cycle) {
		try {
			SealingPlan plan = this.sealer.plan(cycle, this.size);
			plan.batches().forEach((batch) -> this.sealer.sealBatch(cycle, batch, plan.staying()));
			return true;
		}
		catch (TooFewWhole ex) {
			logger.warn("What waits in cycle {} is not as it was planned to be sealed", cycle, ex);
			return false;
		}
	}

	@Override
	public ClosingProgress progress(long cycle) {
		long left = this.waiting.count(cycle, Long.MAX_VALUE);
		return new ClosingProgress(left, left + this.sealed.nextPosition(cycle));
	}

}
