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
 * @param words what else weighs, above all the reasons: see {@link #words}; the log keeps
 * their digest alone; may be ""
 */
public record CycleAct(long cycle, String act, String subject, String proposedBy, String detail, String words) {

	public CycleAct(long cycle, String act, String subject, String proposedBy, String detail) {
		this(cycle, act, subject, proposedBy, detail, "");
	}

	/** Fields as the detail of an act; the last one alone may contain bars. */
	public static String detail(Object... fields) {
		return Stream.of(fields).map(String::valueOf).collect(Collectors.joining("|"));
	}

	/** Texts as the words of an act, each led by its length: no two read alike. */
	public static String words(Object... texts) {
		return Stream.of(texts)
			.map(String::valueOf)
			.map((text) -> text.length() + " " + text)
			.collect(Collectors.joining(" "));
	}

}
