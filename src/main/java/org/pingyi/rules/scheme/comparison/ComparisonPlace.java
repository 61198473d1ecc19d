package org.pingyi.rules.scheme.comparison;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scheme.comparison.SchemeComparison.Step;
import org.pingyi.rules.scoring.Text;

/**
 * Where a comparison stands: the path in the document and what people call the things on
 * the way.
 *
 * @param path {@code trees[0].root}
 * @param record simple name of the record whose property is looked at
 * @param property the property that is looked at
 */
record ComparisonPlace(String path, List<Step> trail, String record, String property) {

	static final ComparisonPlace TOP = new ComparisonPlace("", List.of(), "", "");

	/** A property of the thing here. */
	ComparisonPlace property(String owner, String name) {
		return new ComparisonPlace(this.path.isEmpty() ? name : this.path + "." + name, this.trail, owner, name);
	}

	/** The thing that the property here holds. */
	ComparisonPlace inside(@Nullable Text name) {
		return step(this.path, name, 0);
	}

	/** A member of the list that the property here holds, counted from 0. */
	ComparisonPlace member(int index, @Nullable Text name) {
		return step(this.path + "[" + index + "]", name, index + 1);
	}

	/** The same place with another way of getting there. */
	ComparisonPlace along(String way) {
		return new ComparisonPlace(way, this.trail, this.record, this.property);
	}

	private ComparisonPlace step(String way, @Nullable Text name, int number) {
		List<Step> longer = new ArrayList<>(this.trail);
		longer.add(new Step(this.record, this.property, name, number));
		return new ComparisonPlace(way, List.copyOf(longer), this.record, this.property);
	}

}
