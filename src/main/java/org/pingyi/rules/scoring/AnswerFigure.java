package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One figure out of many answers, before it is stretched to 0 to 100. */
sealed interface AnswerFigure {

	/** The figure of answers, of which there is at least one. */
	Exact of(Answers answers);

	/**
	 * Appends its calculation without the result: {@code 380÷4}.
	 * @param figure what {@link #of} gave for the answers
	 */
	void arithmetic(StringBuilder text, Answers answers, Exact figure);

	/** Appends the calculation from every answer on, without the result. */
	void inFull(StringBuilder text, Answers answers);

	/** The figure that a node asks for. */
	static AnswerFigure of(Poll node) {
		return switch (node) {
			case Poll.BallotRate rate -> new Rate(rate.levels());
			case Poll.ReturnRate rate -> throw new IllegalArgumentException(rate.kind());
			case Poll.BallotPoints points ->
				(points.centre() == Poll.Centre.MEDIAN) ? new Median() : new Mean(points.trim());
		};
	}

	/** The mean of the points, without the extremes where the rules say so. */
	record Mean(@Nullable Trim trim) implements AnswerFigure {

		@Override
		public Exact of(Answers answers) {
			Answers kept = kept(answers);
			return new Exact(kept.sum(), kept.ballots());
		}

		@Override
		public void arithmetic(StringBuilder text, Answers answers, Exact figure) {
			quotient(text, answers, figure);
		}

		@Override
		public void inFull(StringBuilder text, Answers answers) {
			Exact figure = of(answers);
			text.append(kept(answers).terms()).append('=').append(Arithmetic.figure(figure.numerator()));
			quotient(text.append(Arithmetic.STEP), answers, figure);
		}

		/** By the number of answers, less those that are left out at both ends. */
		private static void quotient(StringBuilder text, Answers all, Exact mean) {
			Arithmetic.append(text, mean.numerator());
			BigDecimal dropped = all.ballots().subtract(mean.denominator());
			if (dropped.signum() == 0) {
				Arithmetic.append(text.append('÷'), all.ballots());
				return;
			}
			Arithmetic.append(text.append("÷("), all.ballots());
			text.append("−2×").append(dropped.longValueExact() / 2).append(')');
		}

		private Answers kept(Answers answers) {
			long each = (this.trim != null) ? this.trim.each(answers.ballots().longValue()) : 0;
			return (each > 0) ? answers.without(each) : answers;
		}

	}

	/** The middle answer. */
	record Median() implements AnswerFigure {

		@Override
		public Exact of(Answers answers) {
			return answers.median();
		}

		@Override
		public void arithmetic(StringBuilder text, Answers answers, Exact figure) {
			Arithmetic.append(text.append("med("), answers.ballots());
			text.append(')');
		}

		@Override
		public void inFull(StringBuilder text, Answers answers) {
			text.append("med(").append(answers.terms()).append(')');
		}

	}

	/** The answers at some levels by all answers with a value, in per cent. */
	record Rate(List<Integer> levels) implements AnswerFigure {

		@Override
		public Exact of(Answers answers) {
			return new Exact(answers.at(this.levels).multiply(Node.HUNDRED), answers.ballots());
		}

		@Override
		public void arithmetic(StringBuilder text, Answers answers, Exact figure) {
			Arithmetic.append(text, answers.at(this.levels));
			Arithmetic.append(text.append('÷'), answers.ballots());
			text.append("×100");
		}

		@Override
		public void inFull(StringBuilder text, Answers answers) {
			arithmetic(text, answers, of(answers));
		}

	}

}
