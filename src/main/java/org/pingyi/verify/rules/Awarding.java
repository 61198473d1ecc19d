package org.pingyi.verify.rules;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Gives the ranked units their grades and marks. */
final class Awarding {

	private final Document ranking;

	private final Map<String, Document> vetoes = new HashMap<>();

	private final Evaluation evaluation;

	private final Places places;

	private final List<UnitYear> ranked;

	private final Map<String, String> grades = new HashMap<>();

	private final Map<String, List<String>> marks = new HashMap<>();

	Awarding(Document scheme, Evaluation evaluation, Places places, List<UnitYear> ranked) {
		this.ranking = scheme.object("ranking").orElseThrow(() -> scheme.unreadable("ranking"));
		scheme.object("adjustments")
			.ifPresent((rules) -> rules.list("vetoes").forEach((veto) -> this.vetoes.put(veto.text("code"), veto)));
		this.evaluation = evaluation;
		this.places = places;
		this.ranked = ranked;
	}

	void run() {
		this.ranked.forEach(this::fix);
		this.ranking.list("gradeRules").forEach(this::grade);
		this.ranking.list("marks").forEach(this::mark);
	}

	String grade(UnitYear unit) {
		return this.grades.getOrDefault(unit.unit(), "");
	}

	List<String> marks(UnitYear unit) {
		return this.marks.getOrDefault(unit.unit(), List.of());
	}

	/** The vetoes against a unit, sorted. */
	List<String> vetoes(UnitYear unit) {
		return unit.events(List.copyOf(this.vetoes.keySet()))
			.stream()
			.map((event) -> event.text("rule"))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * A veto that fixes a grade gives it whatever the rules say; of several the worst.
	 */
	private void fix(UnitYear unit) {
		vetoes(unit).stream()
			.map(this.vetoes::get)
			.filter((veto) -> veto.has("grade") && veto.truth("fixed"))
			.map((veto) -> veto.text("grade"))
			.max(Comparator.comparingInt(this::level))
			.ifPresent((grade) -> this.grades.put(unit.unit(), grade));
	}

	/** The place of a grade, 0 for the best. */
	private int level(String grade) {
		return this.ranking.list("grades").stream().map((one) -> one.text("code")).toList().indexOf(grade);
	}

	private void grade(Document rule) {
		String grade = rule.text("grade");
		fitting(rule, (unit) -> !this.grades.containsKey(unit.unit()) && allowed(unit, grade))
			.forEach((unit) -> this.grades.put(unit.unit(), grade));
	}

	private boolean allowed(UnitYear unit, String grade) {
		return vetoes(unit).stream()
			.map(this.vetoes::get)
			.filter((veto) -> veto.has("grade"))
			.allMatch((veto) -> level(grade) >= level(veto.text("grade")));
	}

	private void mark(Document rule) {
		fitting(rule, (unit) -> true).forEach(
				(unit) -> this.marks.computeIfAbsent(unit.unit(), (code) -> new ArrayList<>()).add(rule.text("code")));
	}

	/** The units for whom a rule holds, its quota included. */
	private List<UnitYear> fitting(Document rule, Predicate<UnitYear> open) {
		List<UnitYear> fitting = this.ranked.stream().filter(open).filter((unit) -> holds(rule, unit)).toList();
		return rule.object("quota").map((quota) -> within(quota, fitting)).orElse(fitting);
	}

	private boolean holds(Document rule, UnitYear unit) {
		return (rule.texts("groups").isEmpty() || rule.texts("groups").contains(unit.group())) && inEdges(rule, unit)
				&& rule.list("where").stream().allMatch((edge) -> inEdges(edge, unit))
				&& (!rule.has("events") || !unit.events(rule.texts("events")).isEmpty())
				&& unit.events(rule.texts("without")).isEmpty() && given(unit).containsAll(rule.texts("given"))
				&& rule.object("past")
					.filter((past) -> !LongStream.rangeClosed(1, past.whole("years"))
						.allMatch((year) -> unit.had(past.text("code"), year)))
					.isEmpty();
	}

	private boolean inEdges(Document edges, UnitYear unit) {
		if (!Edges.stated(edges)) {
			return true;
		}
		String node = edges.text("node", "");
		return (node.isEmpty() ? this.places.score(unit) : this.evaluation.figure(unit, node))
			.filter((figure) -> Edges.hold(edges, figure))
			.isPresent();
	}

	private Set<String> given(UnitYear unit) {
		Set<String> given = new HashSet<>(marks(unit));
		given.add(grade(unit));
		return given;
	}

	private List<UnitYear> within(Document quota, List<UnitYear> fitting) {
		if (quota.truth("everywhere")) {
			return chosen(quota, fitting, this.ranked.size());
		}
		return fitting.stream()
			.map(UnitYear::group)
			.distinct()
			.flatMap((group) -> chosen(quota, of(group, fitting), of(group, this.ranked).size()).stream())
			.toList();
	}

	private static List<UnitYear> of(String group, List<UnitYear> units) {
		return units.stream().filter((unit) -> unit.group().equals(group)).toList();
	}

	/** The first or last; those that tie over the edge are left out. */
	private List<UnitYear> chosen(Document quota, List<UnitYear> fitting, int of) {
		Comparator<UnitYear> order = quota.text("end", "FIRST").equals("LAST") ? this.places.order().reversed()
				: this.places.order();
		long number = number(quota, of);
		if (number <= 0) {
			return List.of();
		}
		List<UnitYear> sorted = fitting.stream().sorted(order).toList();
		if (number >= sorted.size()) {
			return sorted;
		}
		UnitYear beyond = sorted.get((int) number);
		return sorted.subList(0, (int) number).stream().filter((unit) -> order.compare(unit, beyond) < 0).toList();
	}

	private static long number(Document quota, int of) {
		return quota.figure("share")
			.map((share) -> share.times(Rational.of(of))
				.over(Rational.HUNDRED)
				.whole(quota.rounding(RoundingMode.DOWN)))
			.orElseGet(() -> quota.whole("count"));
	}

}
