package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Why a unit stands where it stands, as facts without words.
 *
 * @param card its scorecard
 * @param place whether it has a place, and if not, why
 * @param ranked how many units of its group have a place
 * @param sharing how many others share its place
 * @param decidedBy code of the veto or event that decided its grade, or null
 * @param provisional its lines that count on fewer ballots than the rules ask for
 * @param absent its lines that something stood in for: what, {@link Line#missing()} says;
 * without a score, the lines that it lacks
 * @param gap what parts it from another unit, or null when there is none to compare with
 */
public record Explanation(Scorecard card, Place place, long ranked, long sharing, @Nullable String decidedBy,
		List<Line> provisional, List<Line> absent, @Nullable Gap gap) {

	/** Whether a unit has a place. */
	public enum Place {

		/** It has, among others. */
		RANKED,
		/** It has, and nobody else of its group. */
		ALONE,
		/** It is measured but not ranked. */
		APART,
		/** There was too little data for a score. */
		NO_DATA

	}

	/** Why a unit is compared with just this one. */
	public enum Why {

		/** It is the last above it that has the next better grade. */
		BETTER_GRADE,
		/** It is the one just above, and none above has a better grade. */
		JUST_ABOVE,
		/** It is the second, seen from the first. */
		RUNNER_UP

	}

	/** A unit of the group that has a place. */
	public record Ranked(String unit, int rank, String grade) {

		private static Optional<Ranked> of(Scorecard card) {
			return Optional.ofNullable(card.rank()).map((rank) -> new Ranked(card.unit(), rank, card.grade()));
		}

	}

	/**
	 * The difference of two scores.
	 *
	 * @param other the scorecard compared with
	 * @param points own score less the other's: below 0 under a better one
	 * @param reasons the largest parts of the difference in its direction, largest first,
	 * until they tell most of it or there are three
	 */
	public record Gap(Scorecard other, Why why, BigDecimal points, List<Reason> reasons) {
	}

	/**
	 * A line's part of a difference.
	 *
	 * @param line the line, as the unit has it, or the other where it lacks it
	 * @param points own points less the other's
	 * @param items the largest of its items in the same manner; empty while they were not
	 * asked for, where they cannot be compared, and where three do not tell most of it
	 */
	public record Reason(Line line, BigDecimal points, List<ItemReason> items) {
	}

	/**
	 * An item's part of a line's difference.
	 *
	 * @param number its number in the form, from 1
	 * @param points own points less the other's
	 */
	public record ItemReason(int number, Item item, BigDecimal points) {
	}

	/**
	 * Explains a unit's place by lines.
	 * @param rules the rules it was counted by
	 * @param group the scorecards of its group, in the order of the outcome
	 * @param unit code of the unit
	 * @param withheld by unit, codes of lines that are no reason to be named; units
	 * without such lines may be left out
	 */
	public static Explanation of(Rules rules, List<Scorecard> group, String unit, Map<String, Set<String>> withheld) {
		Map<String, Scorecard> cards = group.stream().collect(Collectors.toMap(Scorecard::unit, Function.identity()));
		List<Ranked> ranked = group.stream().flatMap((card) -> Ranked.of(card).stream()).toList();
		return of(rules, Optional.ofNullable(cards.get(unit)).orElseThrow(), ranked, cards::get,
				(other) -> withheld.getOrDefault(other, Set.of()));
	}

	/**
	 * The same without reading every scorecard of the group.
	 * @param group the units of its group that have a place, in the order of the outcome
	 * @param cards gives the scorecard of a unit
	 * @param withheld gives codes of a unit's lines that are no reason to be named
	 */
	public static Explanation of(Rules rules, Scorecard card, List<Ranked> group, Function<String, Scorecard> cards,
			Function<String, Set<String>> withheld) {
		return new ExplanationBuilder(rules, card, group, cards, withheld).explanation();
	}

	/** The same with the items behind its reasons. */
	public Explanation byItems(List<ItemPoints> own, List<ItemPoints> others) {
		return (this.gap == null) ? this : with(new Gap(this.gap.other(), this.gap.why(), this.gap.points(),
				this.gap.reasons().stream().map((reason) -> Reasons.byItems(reason, own, others)).toList()));
	}

	/** The same without anything about other units but their number. */
	public Explanation withoutOthers() {
		return new Explanation(this.card, this.place, this.ranked, 0, this.decidedBy, this.provisional, this.absent,
				null);
	}

	private Explanation with(Gap other) {
		return new Explanation(this.card, this.place, this.ranked, this.sharing, this.decidedBy, this.provisional,
				this.absent, other);
	}

}
