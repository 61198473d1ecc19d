package org.pingyi.verify.rules;

/** The edges that a condition states: from, above, to, below. */
final class Edges {

	private Edges() {
	}

	/** Whether a figure lies within all of them. */
	static boolean hold(Document condition, Rational figure) {
		return condition.figure("from").filter(figure::isBelow).isEmpty()
				&& condition.figure("above").filter((edge) -> !edge.isBelow(figure)).isEmpty()
				&& condition.figure("to").filter((edge) -> edge.isBelow(figure)).isEmpty()
				&& condition.figure("below").filter((edge) -> !figure.isBelow(edge)).isEmpty();
	}

	/** Whether it states any. */
	static boolean stated(Document condition) {
		return condition.has("from") || condition.has("above") || condition.has("to") || condition.has("below");
	}

}
