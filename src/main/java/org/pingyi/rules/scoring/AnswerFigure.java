package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** One figure out of many answers, before it is stretched to 0 to 100. */
sealed interface AnswerFigure {

	/** The figure of answers, of which there is at least one. */
	Exact of(Answers answers);

	/** Its calculation without the result: {@code 380÷4}. */
	String arithmetic(Answers answers);

	/** The calculation from every answer on, without the result. */
	String inFull(Answers answers);

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
			return Exact.of(kept.sum()).over(BigDecimal.valueOf(kept.rated()));
		}

		@Override
		public String arithmetic(Answers answers) {
			Answers kept = kept(answers);
			return Arithmetic.figure(kept.sum()) + "÷" + count(answers, kept);
		}

		@Override
		public String inFull(Answers answers) {
			Answers kept = kept(answers);
			return kept.terms() + "=" + Arithmetic.figure(kept.sum()) + Arithmetic.STEP + arithmetic(answers);
		}

		/** The number of answers, less those that are left out at both ends. */
		private static String count(Answers all, Answers kept) {
			return (kept.rated() == all.rated()) ? String.valueOf(all.rated())
					: "(" + all.rated() + "−2×" + (all.rated() - kept.rated()) / 2 + ")";
		}

		private Answers kept(Answers answers) {
			long each = (this.trim != null) ? this.trim.each(answers.rated()) : 0;
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
		public String arithmetic(Answers answers) {
			return "med(" + answers.rated() + ")";
		}

		@Override
		public String inFull(Answers answers) {
			return "med(" + answers.terms() + ")";
		}

	}

	/** The answers at some levels by all answers with a value, in per cent. */
	record Rate(List<Integer> levels) implements AnswerFigure {

		@Override
		public Exact of(Answers answers) {
			return Exact.of(answers.at(this.levels)).times(Node.HUNDRED).over(BigDecimal.valueOf(answers.rated()));
		}

		@Override
		public String arithmetic(Answers answers) {
			return answers.at(this.levels) + "÷" + answers.rated() + "×100";
		}

		@Override
		public String inFull(Answers answers) {
			return arithmetic(answers);
		}

	}

}
