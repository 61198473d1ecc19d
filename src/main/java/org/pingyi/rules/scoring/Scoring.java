package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns what was counted into explained scores, places and grades. */
public final class Scoring {

	private Scoring() {
	}

	/**
	 * Scores and ranks every unit.
	 * @param rules a frozen scheme
	 * @param inputs what was counted, in any order
	 * @return the same bytes for the same inputs
	 * @throws ScoreRefused when no tree fits a unit, or a node that may not be missing is
	 */
	public static Outcome score(Rules rules, Inputs inputs) {
		Outcome outcome = counted(rules, inputs);
		return (rules.treats() || !inputs.apart().isEmpty()) ? withAlike(rules, inputs, outcome) : outcome;
	}

	/**
	 * The same without explaining it, where only the ranking is asked for: it takes about
	 * half of the time.
	 * @return by group in the order of the rules, then by rank, then by unit code
	 * @throws ScoreRefused as {@link #score}
	 */
	public static List<Standing> rank(Rules rules, Inputs inputs) {
		List<GroupScoring> groups = placed(rules, inputs, Writing.ON_DEMAND);
		Awards awards = awards(rules, groups, inputs);
		return groups.stream().flatMap((group) -> group.standings(awards).stream()).toList();
	}

	private static Outcome counted(Rules rules, Inputs inputs) {
		List<GroupScoring> groups = placed(rules, inputs, Writing.AT_ONCE);
		Awards awards = awards(rules, groups, inputs);
		return new Outcome(groups.stream().flatMap((group) -> group.scorecards(awards).stream()).toList(),
				groups.stream().flatMap((group) -> group.means().stream()).toList());
	}

	private static Outcome withAlike(Rules rules, Inputs inputs, Outcome outcome) {
		Map<String, BigDecimal> scores = alike(rules, inputs);
		return new Outcome(outcome.scorecards(), outcome.means(),
				outcome.scorecards()
					.stream()
					.map((card) -> new Outcome.Alike(card.unit(), scores.getOrDefault(card.unit(), card.score())))
					.toList());
	}

	/** The scores when every ballot counts alike; nothing when every one does already. */
	private static Map<String, BigDecimal> alike(Rules rules, Inputs inputs) {
		CountingPolicy counting = new CountingPolicy(rules, inputs);
		return inputs.tallies().stream().noneMatch(counting::treats) ? Map.of()
				: rank(rules.countingAll(), inputs.countingAll()).stream()
					.collect(Collectors.toMap(Standing::unit, Standing::score));
	}

	private static List<GroupScoring> placed(Rules rules, Inputs inputs, Writing writing) {
		List<GroupScoring> groups = new ArrayList<>();
		groups(rules, UnitInputs.of(rules, inputs))
			.forEach((group, units) -> groups.add(new GroupScoring(rules, group, units, writing)));
		return groups;
	}

	private static Awards awards(Rules rules, List<GroupScoring> groups, Inputs inputs) {
		return Awards.give(rules, ranked(groups), eligibility(groups, inputs));
	}

	private static List<PlacedUnit> ranked(List<GroupScoring> groups) {
		return groups.stream().flatMap((group) -> group.placed().stream()).filter(PlacedUnit::isRanked).toList();
	}

	private static Eligibility eligibility(List<GroupScoring> groups, Inputs inputs) {
		Map<String, GroupScoring> byUnit = new HashMap<>();
		groups.forEach((group) -> group.placed().forEach((unit) -> byUnit.put(unit.unit(), group)));
		return new Eligibility((unit, node) -> Optional.ofNullable(byUnit.get(unit.unit()))
			.flatMap((group) -> group.value(unit, node)), inputs.memories());
	}

	/** In the order in which the trees name them, then by code. */
	private static Map<String, List<UnitInputs>> groups(Rules rules, List<UnitInputs> units) {
		List<String> named = rules.trees().stream().flatMap((tree) -> tree.groups().stream()).distinct().toList();
		Comparator<String> order = Comparator.comparingInt((group) -> position(named, group));
		return units.stream()
			.collect(Collectors.groupingBy(UnitInputs::group,
					() -> new TreeMap<>(order.thenComparing(String::compareTo)), Collectors.toList()));
	}

	private static int position(List<String> named, String group) {
		int position = named.indexOf(group);
		return (position < 0) ? named.size() : position;
	}

}
