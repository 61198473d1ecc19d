package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** How many of those for whom a rule holds may have what it gives. */
final class Quotas {

	private static final String EVERYWHERE = "";

	private final When.@Nullable Quota quota;

	/** How many units are ranked, by whom the quota is for. */
	private final Map<String, Long> ranked;

	/**
	 * Those for whom the rest of the rule holds, from the end that the quota is about.
	 */
	private final Map<String, List<PlacedUnit>> fitting;

	/**
	 * @param quota the limit, or null for none
	 * @param ranked the ranked units of all groups
	 * @param fitting those for whom the rest of the rule holds
	 */
	Quotas(When.@Nullable Quota quota, List<PlacedUnit> ranked, List<PlacedUnit> fitting) {
		this.quota = quota;
		this.ranked = ranked.stream().collect(Collectors.groupingBy(this::peers, Collectors.counting()));
		this.fitting = fitting.stream().sorted(order()).collect(Collectors.groupingBy(this::peers));
	}

	/** The group that shares the quota. */
	private String peers(PlacedUnit unit) {
		return (this.quota != null && this.quota.everywhere()) ? EVERYWHERE : unit.group();
	}

	private Comparator<PlacedUnit> order() {
		return (this.quota == null || this.quota.end() == When.End.FIRST) ? PlacedUnit.BETTER_FIRST
				: PlacedUnit.BETTER_FIRST.reversed();
	}

	/** Whether a unit is within the limit, and so are all that tie with it. */
	boolean admit(PlacedUnit unit) {
		return this.quota == null || ahead(unit) <= most(this.quota, unit);
	}

	/** The place among those that fit, next to the limit: {@code 3≤10×30%}. */
	Optional<String> figures(PlacedUnit unit) {
		return Optional.ofNullable(this.quota).map((limit) -> {
			BigDecimal share = limit.share();
			return ahead(unit) + "≤"
					+ ((share != null) ? base(unit) + "×" + Arithmetic.figure(share) + "%" : most(limit, unit));
		});
	}

	/** The unit and all that are at least as near to the end. */
	private long ahead(PlacedUnit unit) {
		Comparator<PlacedUnit> order = order();
		return this.fitting.getOrDefault(peers(unit), List.of())
			.stream()
			.takeWhile((other) -> order.compare(other, unit) <= 0)
			.count();
	}

	private long most(When.Quota limit, PlacedUnit unit) {
		BigDecimal share = limit.share();
		Long count = limit.count();
		long counted = (count != null) ? count : Long.MAX_VALUE;
		return (share == null) ? counted : Math.min(counted, whole(share, limit, unit));
	}

	private long whole(BigDecimal share, When.Quota limit, PlacedUnit unit) {
		return share.multiply(BigDecimal.valueOf(base(unit)))
			.divide(Node.HUNDRED, 0, limit.rounding().mode())
			.longValue();
	}

	private long base(PlacedUnit unit) {
		return this.ranked.getOrDefault(peers(unit), 0L);
	}

}
