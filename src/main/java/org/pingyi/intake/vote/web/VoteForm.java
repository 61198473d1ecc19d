package org.pingyi.intake.vote.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.ServletRequest;

/**
 * Everything that a citizen has typed so far; each page carries it to the next.
 *
 * @param pass the signed pass
 * @param key idempotency key, made when the form is first shown
 * @param raters code of the rater class, or ""
 * @param units codes of the picked units
 * @param typed what stands in the fields of the units: {@code SWJ.o1} to level code,
 * {@code SWJ.opinion}, {@code SWJ.forward}
 */
record VoteForm(String pass, String key, String raters, List<String> units, Map<String, String> typed) {

	static VoteForm blank() {
		return new VoteForm("", UUID.randomUUID().toString(), "", List.of(), Map.of());
	}

	/** What was sent, in its fields. */
	static VoteForm of(ServletRequest sent) {
		String[] units = sent.getParameterValues("unit");
		return new VoteForm(first(sent, "pass"), first(sent, "key"), first(sent, "raters"),
				(units != null) ? Stream.of(units).distinct().toList() : List.of(), typed(sent));
	}

	/** The same form with fewer units. */
	VoteForm with(List<String> fewer) {
		return new VoteForm(this.pass, this.key, this.raters, fewer, this.typed);
	}

	private static Map<String, String> typed(ServletRequest sent) {
		Map<String, String> typed = new LinkedHashMap<>();
		sent.getParameterMap().forEach((name, values) -> {
			if (name.contains(".")) {
				typed.put(name, values[0].replace("\r\n", "\n"));
			}
		});
		return typed;
	}

	private static String first(ServletRequest sent, String name) {
		String value = sent.getParameter(name);
		return (value != null) ? value : "";
	}

}
