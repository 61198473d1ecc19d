package org.pingyi.intake.vote;

import java.time.Clock;
import java.time.Duration;

import org.pingyi.base.message.SmsBudget;
import org.pingyi.base.web.limit.TooManyRequests;

import org.springframework.stereotype.Component;

/**
 * Leaves something of the hour's messages to everybody. A network may have a share of
 * what all others leave over: with a fifth, one network has 600 of 3,000 at most, and
 * five that press leave 983. The first few are every network's, whatever is left.
 */
@Component
class BudgetShares {

	private static final int EVERYBODYS = 10;

	private static final int PERCENT = 100;

	private final RateLimits limits;

	private final SmsBudget budget;

	private final int share;

	private final Clock clock;

	BudgetShares(RateLimits limits, SmsBudget budget, VoteSettings settings, Clock clock) {
		this.limits = limits;
		this.budget = budget;
		this.share = settings.limits().sharePerNetwork();
		this.clock = clock;
	}

	/**
	 * Counts a message that is about to be ordered.
	 * @param network with all the neighbours of whoever orders it
	 * @throws TooManyRequests {@code vote.limit.share}
	 */
	void take(String network) {
		int perHour = Math.max(1, this.budget.perHour());
		long had = this.limits.message(network, perHour);
		long open = this.budget.left() + had - 1;
		if (had > EVERYBODYS && had * PERCENT > this.share * open) {
			this.limits.unsent(network, perHour);
			throw new TooManyRequests(Duration.between(this.clock.instant(), this.budget.next()), "vote.limit.share");
		}
	}

}
