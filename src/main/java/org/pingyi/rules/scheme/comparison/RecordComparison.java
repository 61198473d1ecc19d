package org.pingyi.rules.scheme.comparison;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.format.Kinds;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Text;

/** Compares two records of a scheme, property by property and all below them. */
final class RecordComparison {

	private static final String KIND = "kind";

	private final ComparisonNotes notes;

	RecordComparison(ComparisonNotes notes) {
		this.notes = notes;
	}

	/** One of them may be null, where a thing has a part that the other has not. */
	void compare(ComparisonPlace here, @Nullable Object before, @Nullable Object after) {
		if (before instanceof Node one && after instanceof Node other && !one.kind().equals(other.kind())) {
			this.notes.note(here.property("Node", KIND), one.kind(), other.kind());
		}
		components(before, after).values()
			.forEach((component) -> compare(here, component, value(before, component), value(after, component)));
	}

	/** The later ones first; two kinds of nodes share some and not others. */
	private static Map<String, RecordComponent> components(@Nullable Object before, @Nullable Object after) {
		Map<String, RecordComponent> all = new LinkedHashMap<>();
		for (Object side : Arrays.asList(after, before)) {
			if (side != null) {
				Arrays.stream(side.getClass().getRecordComponents())
					.filter((component) -> !leadsToNodes(component))
					.forEach((component) -> all.putIfAbsent(component.getName(), component));
			}
		}
		return all;
	}

	/** Nodes are compared by their codes, wherever in the tree they stand. */
	private static boolean leadsToNodes(RecordComponent component) {
		Class<?> owner = component.getDeclaringRecord();
		return component.getType() == Node.class
				|| (Node.class.isAssignableFrom(owner) && component.getName().equals("parts"));
	}

	private void compare(ComparisonPlace here, RecordComponent component, @Nullable Object before,
			@Nullable Object after) {
		if (Objects.equals(before, after)) {
			return;
		}
		ComparisonPlace at = here.property(component.getDeclaringRecord().getSimpleName(), component.getName());
		if (Kinds.isFlat(component)) {
			compare(here, before, after);
		}
		else if (Collection.class.isAssignableFrom(component.getType())) {
			new ListComparison(this.notes, this).compare(at, members(before), members(after));
		}
		else if (before instanceof Record && after instanceof Record && !(after instanceof Text)) {
			compare(at.inside(null), before, after);
		}
		else if (!same(before, after)) {
			this.notes.note(at, present(before), present(after));
		}
	}

	private static List<?> members(@Nullable Object list) {
		return (list instanceof Collection<?> all) ? List.copyOf(all) : List.of();
	}

	private static boolean same(@Nullable Object before, @Nullable Object after) {
		return Objects.equals(present(before), present(after))
				|| (before instanceof BigDecimal one && after instanceof BigDecimal other && one.compareTo(other) == 0);
	}

	/** An empty text says nothing. */
	private static @Nullable Object present(@Nullable Object value) {
		return "".equals(value) ? null : value;
	}

	private static @Nullable Object value(@Nullable Object owner, RecordComponent component) {
		return (owner != null) ? RecordValues.named(owner, component.getName()) : null;
	}

	/** Compares a part of a weighted sum without the node that it weighs. */
	void weights(ComparisonPlace here, Compound.@Nullable Weighted before, Compound.@Nullable Weighted after) {
		if (before != null || after != null) {
			compare(here, before, after);
		}
	}

}
