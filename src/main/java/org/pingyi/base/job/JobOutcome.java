package org.pingyi.base.job;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is said about a job that ended.
 *
 * @param key message key; of a failure also with {@code .next}, which says what to do
 * @param arguments of the message
 */
public record JobOutcome(String key, List<String> arguments) {

	public JobOutcome {
		arguments = List.copyOf(arguments);
	}

	public static JobOutcome of(String key, Object... arguments) {
		return new JobOutcome(key, Stream.of(arguments).map(String::valueOf).toList());
	}

}
