package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.pingyi.rules.scoring.Inputs.Exclusion;
import org.pingyi.rules.scoring.Inputs.Event;
import org.pingyi.rules.scoring.Inputs.Figure;
import org.pingyi.rules.scoring.Inputs.Issued;
import org.pingyi.rules.scoring.Inputs.Memory;
import org.pingyi.rules.scoring.Inputs.Subject;
import org.pingyi.rules.scoring.Inputs.Tally;

/** What was counted, said in few words; speaks about the unit that was named last. */
final class InputsSamples {

	private final List<Subject> subjects = new ArrayList<>();

	private final List<Tally> tallies = new ArrayList<>();

	private final List<Issued> issued = new ArrayList<>();

	private final List<Event> events = new ArrayList<>();

	private final List<Figure> figures = new ArrayList<>();

	private final List<Memory> memories = new ArrayList<>();

	private final List<Exclusion> apart = new ArrayList<>();

	private String unit = "";

	private int signals;

	static InputsSamples unit(String code, String... traits) {
		return new InputsSamples().and(code, traits);
	}

	InputsSamples and(String code, String... traits) {
		return in("g", code, traits);
	}

	InputsSamples in(String group, String code, String... traits) {
		this.unit = code;
		this.subjects.add(new Subject(code, group, Set.of(traits)));
		return this;
	}

	InputsSamples figure(String key, String value) {
		this.figures.add(new Figure(this.unit, key, new BigDecimal(value)));
		return this;
	}

	/** How many citizens gave the levels 1, 2, ... to an item. */
	InputsSamples answers(int item, long... counts) {
		return answersOf("citizen", item, counts);
	}

	InputsSamples answersOf(String raters, int item, long... counts) {
		for (int code = 1; code <= counts.length; code++) {
			answer(raters, item, code, counts[code - 1]);
		}
		return this;
	}

	InputsSamples answer(String raters, int item, int code, long count) {
		if (count > 0) {
			this.tallies.add(new Tally(this.unit, "C", raters, this.signals, item, code, count));
		}
		return this;
	}

	/** What follows is about ballots that carry just these signals. */
	InputsSamples with(Signal... carried) {
		this.signals = Arrays.stream(carried).mapToInt(Signal::bit).sum();
		return this;
	}

	/** Sets the ballots apart that carry just the signals named last. */
	InputsSamples apart() {
		this.apart.add(new Exclusion(this.unit, "C", this.signals));
		return this;
	}

	InputsSamples valid(long count) {
		return validOf("citizen", count);
	}

	InputsSamples validOf(String raters, long count) {
		return answer(raters, 0, 0, count);
	}

	InputsSamples issued(long count) {
		this.issued.add(new Issued(this.unit, "C", "citizen", count));
		return this;
	}

	InputsSamples event(String reference, String rule, String cause, String handling) {
		this.events.add(new Event(this.unit, reference, rule, cause, handling, 0));
		return this;
	}

	InputsSamples event(String reference, String rule) {
		return event(reference, rule, "", "");
	}

	InputsSamples quantity(String reference, String rule, long quantity) {
		this.events.add(new Event(this.unit, reference, rule, "", "", quantity));
		return this;
	}

	/** An event that has an id. */
	InputsSamples identified(String id, String reference, String rule) {
		this.events.add(new Event(this.unit, reference, rule, "", "", 0, id));
		return this;
	}

	/** What any unit was, so many years ago. */
	InputsSamples memory(String code, String what, int yearsAgo) {
		this.memories.add(new Memory(code, what, yearsAgo));
		return this;
	}

	Inputs inputs() {
		return new Inputs(List.copyOf(this.subjects), List.copyOf(this.tallies), List.copyOf(this.issued),
				List.copyOf(this.events), List.copyOf(this.figures), List.copyOf(this.memories),
				List.copyOf(this.apart));
	}

	/** The outcome under rules. */
	Outcome under(RulesSamples rules) {
		return Scoring.score(rules.rules(), inputs());
	}

	/** The only scorecard under rules. */
	Scorecard scoredUnder(RulesSamples rules) {
		return under(rules).scorecards().get(0);
	}

}
