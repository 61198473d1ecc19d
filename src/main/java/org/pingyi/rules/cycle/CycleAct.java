package org.pingyi.rules.cycle;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that changes what an opened year counts, told inside the transaction in which
 * it is done; {@code ballot} appends it to the signed log of the year's acts. Whoever is
 * signed in has decided it.
 *
 * @param cycle number of the cycle
 * @param act what was done: {@code adjustment.approved}
 * @param subject what it was done to: {@code adjustment:12}
 * @param proposedBy sign-in name of who proposed it, "" where one person acts alone
 * @param detail what then counts, in fields separated by bars
 */
public record CycleAct(long cycle, String act, String subject, String proposedBy, String detail) {

	/** Fields as the detail of an act; the last one alone may contain bars. */
	public static String detail(Object... fields) {
		return Stream.of(fields).map(String::valueOf).collect(Collectors.joining("|"));
	}

}
