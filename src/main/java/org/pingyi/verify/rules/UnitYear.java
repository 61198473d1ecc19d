package org.pingyi.verify.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What was counted about one unit. */
final class UnitYear {

	private final String unit;

	private final String group;

	private final Set<String> traits;

	private final Map<String, List<Bar>> bars = new HashMap<>();

	private final Map<String, List<Document>> issued = new HashMap<>();

	private final List<Document> events = new ArrayList<>();

	private final Map<String, Rational> figures = new HashMap<>();

	private final Set<String> past = new HashSet<>();

	private UnitYear(Document subject) {
		this.unit = subject.text("unit");
		this.group = subject.text("group");
		this.traits = Set.copyOf(subject.texts("traits"));
	}

	/**
	 * Equal answers to an item, or with item 0 whole ballots.
	 *
	 * @param share how much of each counts; 0 when they are excluded
	 */
	record Bar(String raterClass, long item, long code, long count, Rational share) {
	}

	/** The units of a count, in their order. */
	static Map<String, UnitYear> of(Document inputs, Map<String, Form> forms) {
		Set<String> apart = new HashSet<>();
		inputs.list("apart").forEach((set) -> apart.add(ballots(set)));
		return of(inputs, forms,
				(bar, form) -> apart.contains(ballots(bar)) ? Rational.ZERO : Treatment.of(form, bar.whole("signals")));
	}

	/** The same if every ballot counted alike, whatever its signals. */
	static Map<String, UnitYear> alike(Document inputs, Map<String, Form> forms) {
		return of(inputs, forms, (bar, form) -> Rational.ONE);
	}

	/**
	 * @param share how much of each ballot of a bar counts
	 */
	private static Map<String, UnitYear> of(Document inputs, Map<String, Form> forms,
			BiFunction<Document, Form, Rational> share) {
		Map<String, UnitYear> units = new LinkedHashMap<>();
		inputs.list("subjects").forEach((subject) -> units.put(subject.text("unit"), new UnitYear(subject)));
		inputs.list("tallies").forEach((bar) -> of(units, bar).add(bar, forms, share));
		inputs.list("issued")
			.forEach((given) -> of(units, given).issued
				.computeIfAbsent(given.text("channel"), (channel) -> new ArrayList<>())
				.add(given));
		inputs.list("events").forEach((event) -> of(units, event).events.add(event));
		inputs.list("figures")
			.forEach((figure) -> of(units, figure).figures.put(figure.text("key"), figure.required("value")));
		inputs.list("memories")
			.forEach((memory) -> of(units, memory).past.add(memory.text("code") + " " + memory.whole("yearsAgo")));
		return units;
	}

	private static UnitYear of(Map<String, UnitYear> units, Document about) {
		UnitYear unit = units.get(about.text("unit"));
		if (unit == null) {
			throw about.unreadable("unit");
		}
		return unit;
	}

	private static String ballots(Document about) {
		return about.text("unit") + " " + about.text("channel") + " " + about.whole("signals");
	}

	private void add(Document bar, Map<String, Form> forms, BiFunction<Document, Form, Rational> share) {
		Form form = forms.get(bar.text("channel"));
		if (form == null) {
			throw bar.unreadable("channel");
		}
		this.bars.computeIfAbsent(bar.text("channel"), (channel) -> new ArrayList<>())
			.add(new Bar(bar.text("raterClass"), bar.whole("item"), bar.whole("code"), bar.whole("count"),
					share.apply(bar, form)));
	}

	String unit() {
		return this.unit;
	}

	String group() {
		return this.group;
	}

	Set<String> traits() {
		return this.traits;
	}

	/** The bars of a channel by these rater classes; by all when none is given. */
	List<Bar> bars(String channel, List<String> raterClasses) {
		return this.bars.getOrDefault(channel, List.of())
			.stream()
			.filter((bar) -> raterClasses.isEmpty() || raterClasses.contains(bar.raterClass()))
			.toList();
	}

	/** Forms handed out to these rater classes. */
	long issued(String channel, List<String> raterClasses) {
		return this.issued.getOrDefault(channel, List.of())
			.stream()
			.filter((given) -> raterClasses.isEmpty() || raterClasses.contains(given.text("raterClass")))
			.mapToLong((given) -> given.whole("count"))
			.sum();
	}

	/** The approved events under these rules. */
	List<Document> events(List<String> rules) {
		return this.events.stream().filter((event) -> rules.contains(event.text("rule"))).toList();
	}

	Map<String, Rational> figures() {
		return this.figures;
	}

	/** Whether it had a grade or mark so many years ago. */
	boolean had(String code, long yearsAgo) {
		return this.past.contains(code + " " + yearsAgo);
	}

}
