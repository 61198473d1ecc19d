package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.ChosenFrom.Named;

/**
 * A node of a {@link Tree}: one rule that turns inputs or other nodes into a value. There
 * are four families, by what a node takes its value from.
 */
public sealed interface Node permits Compound, Poll, Conversion, Source {

	/** The full mark of every kind that does not state its own. */
	BigDecimal HUNDRED = BigDecimal.valueOf(100);

	Head head();

	/**
	 * The kind's name, as scheme files and lines carry it: {@code weightedSum}.
	 */
	default String kind() {
		return kind(getClass());
	}

	/** The name of a kind of node. */
	static String kind(Class<?> type) {
		String name = type.getSimpleName();
		return Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	/** The value that earns a part its whole weight. */
	default BigDecimal full() {
		return HUNDRED;
	}

	/** The nodes directly below it, in order; files call them {@code parts}. */
	default List<Node> children() {
		return List.of();
	}

	/** Itself and all nodes below it, in the tree's order. */
	default Stream<Node> all() {
		List<Node> nodes = new ArrayList<>();
		addTo(nodes);
		return nodes.stream();
	}

	private void addTo(List<Node> nodes) {
		nodes.add(this);
		children().forEach((child) -> child.addTo(nodes));
	}

	/**
	 * What every node states.
	 *
	 * @param code its name; nodes of the same code in several trees play the same part,
	 * so they are of the same kind and full mark
	 * @param name what people read
	 * @param clause where the method says so, or ""
	 * @param traits traits that a unit needs for the node to apply; empty for all
	 * @param missing what happens when it does not apply or has nothing to count
	 * @param places decimal places of its value, or null to keep it exact
	 * @param rounding how it is rounded to these places
	 */
	record Head(String code, Text name, String clause, @ChosenFrom(Named.TRAITS) Set<String> traits, Missing missing,
			@Nullable Integer places, Rounding rounding) {

		/** The value as the node states it. */
		Exact round(Exact value) {
			return (this.places != null) ? Exact.of(value.rounded(this.places, this.rounding)) : value;
		}

	}

	/** What stands in for a node that does not apply or has too little to count. */
	enum Missing {

		/** Its weight goes to its siblings in proportion to theirs. */
		SHARE_OUT,
		/** It gets the mean of the units of the group that have it. */
		GROUP_MEAN,
		/** It is worth nothing. */
		ZERO,
		/** No score is computed. */
		REFUSE

	}

}
