package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Everything that was counted, as the engine takes it. The order inside the lists does
 * not matter. Units are named by their codes.
 *
 * @param subjects the units to be scored
 * @param tallies histograms of the ballots
 * @param issued how many forms were handed out, where that is known
 * @param events approved adjustments
 * @param figures figures from outside
 * @param memories grades and marks of earlier years
 * @param apart what two persons excluded after the close
 */
public record Inputs(List<Subject> subjects, List<Tally> tallies, List<Issued> issued, List<Event> events,
		List<Figure> figures, List<Memory> memories, List<Exclusion> apart) {

	/** Nothing was excluded after the close. */
	public Inputs(List<Subject> subjects, List<Tally> tallies, List<Issued> issued, List<Event> events,
			List<Figure> figures, List<Memory> memories) {
		this(subjects, tallies, issued, events, figures, memories, List.of());
	}

	/**
	 * A unit in a run.
	 *
	 * @param group code of the group it is ranked in
	 * @param traits names of its traits
	 */
	public record Subject(String unit, String group, Set<String> traits) {
	}

	/**
	 * One bar of a histogram.
	 *
	 * @param signals bit set of the signals raised at intake; 0 for none
	 * @param item number of the item from 1; 0 stands for the ballot as a whole, with
	 * code 0, so that its count is the number of valid ballots
	 * @param code the answer: level code, or mark in tenths
	 * @param count ballots, above 0
	 */
	public record Tally(String unit, String channel, String raterClass, int signals, int item, int code, long count) {
	}

	/** Forms handed out (发放). */
	public record Issued(String unit, String channel, String raterClass, long count) {
	}

	/**
	 * An approved adjustment.
	 *
	 * @param reference what it rests on, shown on its line: {@code 嘉奖 2026-3}
	 * @param rule code of the bonus, deduction or veto rule
	 * @param cause code of the cause, "" for a bonus or a veto
	 * @param handling code of the handling, "" for a bonus or a veto
	 * @param quantity whole units of what the rule counts besides the event itself; 0 for
	 * most rules
	 * @param id what tells it from any other event, "" where that is not known
	 */
	public record Event(String unit, String reference, String rule, String cause, String handling, long quantity,
			String id) {

		/** An event that nothing leads back to. */
		public Event(String unit, String reference, String rule, String cause, String handling, long quantity) {
			this(unit, reference, rule, cause, handling, quantity, "");
		}

	}

	/** A figure counted elsewhere. */
	public record Figure(String unit, String key, BigDecimal value) {
	}

	/**
	 * A grade or a mark of an earlier year.
	 *
	 * @param code code of the grade or mark
	 * @param yearsAgo 1 for last year
	 */
	public record Memory(String unit, String code, int yearsAgo) {
	}

	/**
	 * Ballots that do not count because two persons excluded them: all of a channel about
	 * a unit that carry just these signals.
	 */
	public record Exclusion(String unit, String channel, int signals) {
	}

	/** The same where nothing is excluded. */
	Inputs countingAll() {
		return new Inputs(this.subjects, this.tallies, this.issued, this.events, this.figures, this.memories);
	}

	/** Only the forms and ballots of one unit. */
	Inputs about(String unit) {
		return new Inputs(this.subjects.stream().filter((subject) -> subject.unit().equals(unit)).toList(),
				this.tallies.stream().filter((tally) -> tally.unit().equals(unit)).toList(),
				this.issued.stream().filter((forms) -> forms.unit().equals(unit)).toList(), List.of(), List.of(),
				List.of(), this.apart.stream().filter((set) -> set.unit().equals(unit)).toList());
	}

}
