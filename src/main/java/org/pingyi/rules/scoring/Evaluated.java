package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a rule came to for a unit, before it is known how much of it reaches the score.
 *
 * @param label what its line is called
 * @param state whether it counted
 * @param missing what stands in for it, or null
 * @param counts the denominators of ballots
 * @param value what it is worth, or null when it takes no part
 * @param calculation writes the calculation in figures, which only a line needs
 * @param parts what it is made of
 * @param rest message key after {@code scoring.rule.} of what its parts leave open
 */
record Evaluated(Label label, Line.State state, Node.@Nullable Missing missing, Counts counts, @Nullable Exact value,
		Supplier<String> calculation, List<Part> parts, String rest) {

	/**
	 * The fixed words of a line.
	 *
	 * @param event id of the event, or ""
	 * @param rule message key after {@code scoring.rule.}
	 */
	record Label(String code, String event, Text name, String clause, String rule) {

		static Label of(Node node) {
			Node.Head head = node.head();
			return new Label(head.code(), "", head.name(), head.clause(), node.kind());
		}

		/** A line that belongs to a node: what it starts from, or where it is cut off. */
		static Label below(Node node, String rule) {
			Node.Head head = node.head();
			return new Label(head.code() + "." + rule, "", head.name(), head.clause(), rule);
		}

	}

	/**
	 * A part.
	 *
	 * @param factor how much one point of its value adds to the whole
	 * @param full the value that earns it its whole weight, or null when it is added as
	 * it is
	 */
	record Part(Evaluated evaluated, Exact factor, @Nullable BigDecimal full) {

		static Part asItIs(Evaluated evaluated) {
			return new Part(evaluated, Exact.ONE, null);
		}

		/** A part that is shown and adds nothing. */
		static Part shown(Evaluated evaluated) {
			return new Part(evaluated, Exact.ZERO, null);
		}

	}

	static Evaluated counted(Node node, Exact value, Supplier<String> calculation) {
		return counted(Label.of(node), value, calculation);
	}

	static Evaluated counted(Label label, Exact value, Supplier<String> calculation) {
		return new Evaluated(label, Line.State.COUNTED, null, Counts.NONE, value, calculation, List.of(),
				Lines.ROUNDING);
	}

	static Evaluated notApplicable(Node node) {
		return new Evaluated(Label.of(node), Line.State.NOT_APPLICABLE, null, Counts.NONE, null, () -> "", List.of(),
				Lines.ROUNDING);
	}

	static Evaluated missing(Node node, String arithmetic) {
		return new Evaluated(Label.of(node), Line.State.MISSING, null, Counts.NONE, null, () -> arithmetic, List.of(),
				Lines.ROUNDING);
	}

	Evaluated with(Counts known) {
		return new Evaluated(this.label, this.state, this.missing, known, this.value, this.calculation, this.parts,
				this.rest);
	}

	Evaluated with(List<Part> known) {
		return new Evaluated(this.label, this.state, this.missing, this.counts, this.value, this.calculation, known,
				this.rest);
	}

	/** The same in another state. */
	Evaluated in(Line.State other) {
		return new Evaluated(this.label, other, this.missing, this.counts, this.value, this.calculation, this.parts,
				this.rest);
	}

	/** The same as finished: its value in the end, and the whole calculation. */
	Evaluated finished(Exact end, Supplier<String> whole) {
		return new Evaluated(this.label, this.state, null, this.counts, end, whole, this.parts, this.rest);
	}

	/** Made of parts that explain it without adding up to it. */
	Evaluated from(List<Part> known) {
		return new Evaluated(this.label, this.state, this.missing, this.counts, this.value, this.calculation, known,
				Lines.CONVERTED);
	}

	/** The same with what stands in for it. */
	Evaluated insteadOf(Node.Missing rule, @Nullable Exact standIn) {
		return new Evaluated(this.label, this.state, rule, this.counts, standIn, this.calculation, this.parts,
				this.rest);
	}

	/** The calculation in figures. */
	String arithmetic() {
		return this.calculation.get();
	}

	/** The value as people read it; 0 where it takes no part. */
	BigDecimal shownValue() {
		return (this.value != null) ? this.value.shown() : BigDecimal.ZERO;
	}

	boolean takesPart() {
		return this.value != null;
	}

}
