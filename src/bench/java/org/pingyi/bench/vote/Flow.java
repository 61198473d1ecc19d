package org.pingyi.bench.vote;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What one person does.
 *
 * @param steps makes each request out of the answer before it, null at the first; throws
 * when that answer is not what it must be
 * @param end looks at the last answer, and throws likewise
 */
public record Flow(List<Function<@Nullable Answer, byte[]>> steps, Consumer<Answer> end) {

	/** An answer is not what it must be: there is nothing to measure. */
	static final class Refused extends RuntimeException {

		Refused(Answer answer) {
			super("Refused: " + answer.status() + " " + answer.text());
		}

	}

	/** Lets an answer pass that has what was asked for. */
	static Answer accepted(Answer answer) {
		if (answer.status() != 200) {
			throw new Refused(answer);
		}
		return answer;
	}

}
