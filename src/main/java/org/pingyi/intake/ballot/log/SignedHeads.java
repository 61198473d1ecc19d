package org.pingyi.intake.ballot.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.pingyi.base.audit.Sha256;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.cycle.SignedYear;
import org.pingyi.rules.cycle.YearAlteration;
import org.pingyi.rules.scheme.Schemes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a year with its signed head, and its phase with its signed acts. The digest of
 * the scheme stands for all that it says, channels and treatments too.
 */
@Component
class SignedHeads implements SignedYear {

	private static final String FIELD = "|";

	private final SignedActs acts;

	private final Cycles cycles;

	private final Schemes schemes;

	SignedHeads(SignedActs acts, Cycles cycles, Schemes schemes) {
		this.acts = acts;
		this.cycles = cycles;
		this.schemes = schemes;
	}

	@Override
	@Transactional(readOnly = true)
	public List<YearAlteration> alterations(Cycle cycle) {
		return this.acts.of(cycle.id())
			.map((entries) -> entries.isEmpty() ? List.<YearAlteration>of() : alterations(cycle, entries))
			.orElseGet(() -> List.of(new YearAlteration("log", "", "")));
	}

	private List<YearAlteration> alterations(Cycle cycle, List<String> entries) {
		List<String> head = entries.getFirst().lines().toList();
		return Stream
			.of(scheme(cycle, one(head, "scheme")), register(cycle, head), days(cycle, head, entries),
					phase(cycle, entries))
			.flatMap(List::stream)
			.toList();
	}

	/** What is stored, and what counts: a version is kept in memory once read. */
	private List<YearAlteration> scheme(Cycle cycle, String signed) {
		String stored = Sha256.hex(this.schemes.storedDocument(cycle.schemeVersion()));
		List<YearAlteration> altered = unlike("scheme", signed, stored);
		return altered.isEmpty() ? unlike("scheme", signed, this.schemes.version(cycle.schemeVersion()).digest())
				: altered;
	}

	private List<YearAlteration> register(Cycle cycle, List<String> head) {
		List<String> stored = new ArrayList<>(List.of(CycleHead.name(cycle)));
		stored.addAll(CycleHead.units(this.cycles.participants(cycle.id())));
		Map<String, String> signed = byKey(
				head.stream().filter((line) -> line.matches("(?s)(cycle|group|unit)\\|.*")).toList());
		Map<String, String> now = byKey(stored);
		Set<String> keys = new LinkedHashSet<>(signed.keySet());
		keys.addAll(now.keySet());
		return keys.stream()
			.flatMap((key) -> unlike(key.substring(0, key.indexOf(FIELD)), signed.getOrDefault(key, ""),
					now.getOrDefault(key, ""))
				.stream())
			.toList();
	}

	/** By the kind of the line and what it is about: {@code unit|12}. */
	private static Map<String, String> byKey(List<String> lines) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String line : lines) {
			String[] fields = line.split("\\|", 3);
			values.merge(fields[0] + FIELD + fields[1], line.substring(fields[0].length() + 1).replace(FIELD, " "),
					(one, other) -> one + "; " + other);
		}
		return values;
	}

	/** The office may have moved the last day, which is an act. */
	private static List<YearAlteration> days(Cycle cycle, List<String> head, List<String> entries) {
		String[] signed = one(head, "days").split("\\|", -1);
		List<String> extended = details(entries, "cycle.extended");
		String closes = extended.isEmpty() ? signed[signed.length - 1] : extended.getLast();
		List<YearAlteration> days = new ArrayList<>(unlike("opens", signed[0], cycle.opensOn().toString()));
		days.addAll(unlike("closes", closes, cycle.closesOn().toString()));
		Stream.of("cycle.closing", "cycle.closed")
			.flatMap((act) -> details(entries, act).stream())
			.filter((day) -> day.compareTo(closes) < 0)
			.forEach((day) -> days.add(new YearAlteration("early", closes, day)));
		return days;
	}

	/** A year is closed once, by an act. */
	private static List<YearAlteration> phase(Cycle cycle, List<String> entries) {
		int closed = cycle.phase().reached(Phase.CLOSED) ? 1 : 0;
		return (details(entries, "cycle.closed").size() == closed) ? List.of()
				: List.of(new YearAlteration("phase", "", ""));
	}

	/** What the acts of a kind say, which end with it. */
	private static List<String> details(List<String> entries, String act) {
		return entries.stream()
			.skip(1)
			.filter((entry) -> Stream.of(entry.split("\\|", 6)).skip(4).findFirst().filter(act::equals).isPresent())
			.map((entry) -> entry.substring(entry.lastIndexOf(FIELD) + 1))
			.toList();
	}

	private static String one(List<String> head, String name) {
		return head.stream()
			.filter((line) -> line.startsWith(name + FIELD))
			.findFirst()
			.map((line) -> line.substring(name.length() + 1))
			.orElse("");
	}

	private static List<YearAlteration> unlike(String what, String signed, String now) {
		return signed.equals(now) ? List.of() : List.of(new YearAlteration(what, signed, now));
	}

}
