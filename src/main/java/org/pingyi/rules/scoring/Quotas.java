package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How many of those for whom a rule holds may have what it gives.
 *
 * @param quota the limit, or null for none
 * @param ranked the ranked units of all groups
 * @param fitting those for whom the rest of the rule holds
 */
record Quotas(When.@Nullable Quota quota, List<Placed> ranked, List<Placed> fitting) {

	/** Whether a unit is within the limit, and so are all that tie with it. */
	boolean admit(Placed unit) {
		return this.quota == null || ahead(this.quota, unit) <= most(this.quota, unit);
	}

	/** The place among those that fit, beside the limit: {@code 3≤10×30%}. */
	Optional<String> figures(Placed unit) {
		return Optional.ofNullable(this.quota).map((limit) -> {
			BigDecimal share = limit.share();
			return ahead(limit, unit) + "≤"
					+ ((share != null) ? base(limit, unit) + "×" + Arithmetic.figure(share) + "%" : most(limit, unit));
		});
	}

	/** The unit and all that are at least as near to the end. */
	private long ahead(When.Quota limit, Placed unit) {
		Comparator<Placed> order = (limit.end() == When.End.FIRST) ? Placed.BETTER_FIRST
				: Placed.BETTER_FIRST.reversed();
		return this.fitting.stream()
			.filter(peers(limit, unit))
			.filter((other) -> order.compare(other, unit) <= 0)
			.count();
	}

	private long most(When.Quota limit, Placed unit) {
		BigDecimal share = limit.share();
		Long count = limit.count();
		long counted = (count != null) ? count : Long.MAX_VALUE;
		return (share == null) ? counted : Math.min(counted, whole(share, limit, unit));
	}

	private long whole(BigDecimal share, When.Quota limit, Placed unit) {
		return share.multiply(BigDecimal.valueOf(base(limit, unit)))
			.divide(Node.HUNDRED, 0, limit.rounding().mode())
			.longValue();
	}

	private long base(When.Quota limit, Placed unit) {
		return this.ranked.stream().filter(peers(limit, unit)).count();
	}

	private static Predicate<Placed> peers(When.Quota limit, Placed unit) {
		return (other) -> limit.everywhere() || other.group().equals(unit.group());
	}

}
