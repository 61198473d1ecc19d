package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.Evaluated.Part;

/**
 * The floor and the cap of a value; what they cut off is a line of its own.
 *
 * @param floor the least, or null
 * @param cap the most, or null
 */
record Bounds(Node node, @Nullable BigDecimal floor, @Nullable BigDecimal cap) {

	static final String FLOOR = "floor";

	static final String CAP = "cap";

	/** The value within the limits. */
	Exact within(Exact value) {
		Exact risen = (this.floor != null) ? value.max(Exact.of(this.floor)) : value;
		return (this.cap != null) ? risen.min(Exact.of(this.cap)) : risen;
	}

	/** The line of what is cut off, if anything is. */
	Optional<Part> cut(Exact value) {
		Exact kept = within(value);
		int compared = kept.compareTo(value);
		if (compared == 0) {
			return Optional.empty();
		}
		boolean raised = compared > 0;
		return Optional
			.of(Part.asItIs(Evaluated.counted(Label.below(this.node, raised ? FLOOR : CAP), kept.minus(value),
					() -> Arithmetic.figure(value.shown()) + (raised ? "<" : ">") + Arithmetic.figure(kept.shown()))));
	}

	/** The calculation up to the limit that cuts it off, if one does. */
	String arithmetic(String terms, Exact value) {
		Exact kept = within(value);
		return (kept.compareTo(value) == 0) ? terms
				: terms + Arithmetic.equals(value, value.shown()) + Arithmetic.STEP
						+ ((kept.compareTo(value) > 0) ? "max" : "min") + "(" + Arithmetic.figure(value.shown()) + ", "
						+ Arithmetic.figure(kept.shown()) + ")";
	}

}
