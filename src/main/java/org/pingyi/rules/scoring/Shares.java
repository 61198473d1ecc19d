package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Compound.Weighted;

/**
 * Gives the weight of absent parts to the present ones in proportion to theirs, each up
 * to the most that it may carry.
 */
final class Shares {

	private final Compound.WeightedSum node;

	/** Places of the parts that may still take weight. */
	private final Set<Integer> open;

	private final List<Exact> weights;

	private Exact rest;

	private boolean bounded;

	private Shares(Compound.WeightedSum node, Set<Integer> present) {
		this.node = node;
		this.open = new HashSet<>(present);
		this.weights = new ArrayList<>(Collections.nCopies(node.parts().size(), Exact.ZERO));
		this.rest = Exact.of(node.total());
	}

	/**
	 * Shares the total out.
	 * @param present places of the parts that have a value
	 */
	static Shares of(Compound.WeightedSum node, Set<Integer> present) {
		Shares shares = new Shares(node, present);
		while (shares.fill()) {
			shares.bounded = true;
		}
		return shares;
	}

	/** One round; another is needed when a part reached its most. */
	private boolean fill() {
		BigDecimal stated = this.open.stream()
			.map((place) -> part(place).weight())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		List<Integer> full = this.open.stream().filter((place) -> exceeds(place, stated)).sorted().toList();
		if (full.isEmpty()) {
			this.open.forEach((place) -> this.weights.set(place, share(place, stated)));
			return false;
		}
		full.forEach(this::close);
		return true;
	}

	private boolean exceeds(int place, BigDecimal stated) {
		BigDecimal most = part(place).mostWeight();
		return most != null && share(place, stated).compareTo(Exact.of(most)) > 0;
	}

	private Exact share(int place, BigDecimal stated) {
		BigDecimal weight = part(place).weight();
		return this.rest.is(stated) ? Exact.of(weight) : this.rest.times(weight).over(stated);
	}

	private void close(int place) {
		BigDecimal most = part(place).mostWeight();
		if (most != null) {
			this.weights.set(place, Exact.of(most));
			this.rest = this.rest.minus(Exact.of(most));
			this.open.remove(place);
		}
	}

	private Weighted part(int place) {
		return this.node.parts().get(place);
	}

	/** What each part weighs now, in the order of the parts. */
	List<Exact> weights() {
		return this.weights;
	}

	/** Whether the present parts carry the whole total. */
	boolean isComplete() {
		return carried().is(this.node.total());
	}

	/** What the present parts carry together. */
	Exact carried() {
		return this.weights.stream().reduce(Exact.ZERO, Exact::plus);
	}

	/** Whether some part reached the most that it may carry. */
	boolean isBounded() {
		return this.bounded;
	}

}
