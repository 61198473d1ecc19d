package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was counted about one unit.
 *
 * @param subject the unit
 * @param ballots its ballots by channel
 * @param issued its issued forms
 * @param events its adjustments in an order of their own
 * @param figures its figures by key
 */
record UnitInputs(Inputs.Subject subject, Map<String, ChannelBallots> ballots, List<Inputs.Issued> issued,
		List<Inputs.Event> events, Map<String, BigDecimal> figures) {

	private static final Comparator<Inputs.Event> ORDER = Comparator.comparing(Inputs.Event::reference)
		.thenComparing(Inputs.Event::rule)
		.thenComparing(Inputs.Event::cause)
		.thenComparing(Inputs.Event::handling)
		.thenComparingLong(Inputs.Event::quantity)
		.thenComparing(Inputs.Event::id);

	private UnitInputs(Inputs.Subject subject) {
		this(subject, new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
	}

	/**
	 * What was counted about each unit, by unit code, its ballots as the rules treat
	 * them.
	 */
	static List<UnitInputs> of(Rules rules, Inputs inputs) {
		Map<String, UnitInputs> units = new HashMap<>();
		inputs.subjects().forEach((subject) -> open(units, subject));
		count(units, new CountingPolicy(rules, inputs), inputs.tallies());
		inputs.issued().forEach((issued) -> unit(units, issued.unit()).issued.add(issued));
		inputs.events().forEach((event) -> unit(units, event.unit()).events.add(event));
		inputs.figures().forEach((figure) -> unit(units, figure.unit()).add(figure));
		units.values().forEach((unitInputs) -> unitInputs.events.sort(ORDER));
		return units.values().stream().sorted(Comparator.comparing(UnitInputs::unit)).toList();
	}

	private static void open(Map<String, UnitInputs> units, Inputs.Subject subject) {
		if (units.put(subject.unit(), new UnitInputs(subject)) != null) {
			throw new IllegalArgumentException("Unit twice: " + subject.unit());
		}
	}

	/**
	 * What was counted about a unit; what is said about units that are not scored goes
	 * nowhere.
	 */
	private static UnitInputs unit(Map<String, UnitInputs> units, String code) {
		return Optional.ofNullable(units.get(code))
			.orElseGet(() -> new UnitInputs(new Inputs.Subject(code, "", Set.of())));
	}

	/**
	 * Adds the bars up. There are many, and those of one form mostly follow each other.
	 */
	private static void count(Map<String, UnitInputs> units, CountingPolicy counting, List<Inputs.Tally> tallies) {
		Histogram open = new Histogram(1);
		Inputs.Tally last = null;
		for (Inputs.Tally tally : tallies) {
			open = (last != null && isOfOneForm(last, tally)) ? open : unit(units, tally.unit()).open(counting, tally);
			open.add(tally);
			last = tally;
		}
	}

	private static boolean isOfOneForm(Inputs.Tally one, Inputs.Tally other) {
		return one.signals() == other.signals() && one.unit().equals(other.unit())
				&& one.channel().equals(other.channel()) && one.raterClass().equals(other.raterClass());
	}

	private Histogram open(CountingPolicy counting, Inputs.Tally tally) {
		ChannelBallots open = this.ballots.computeIfAbsent(tally.channel(),
				(channel) -> new ChannelBallots(counting.of(channel)));
		return counting.excludes(tally) ? open.openExcluded(tally.raterClass())
				: open.open(tally.raterClass(), tally.signals());
	}

	private void add(Inputs.Figure figure) {
		if (this.figures.put(figure.key(), figure.value()) != null) {
			throw new IllegalArgumentException("Figure twice: " + figure.unit() + " " + figure.key());
		}
	}

	String unit() {
		return this.subject.unit();
	}

	String group() {
		return this.subject.group();
	}

	ChannelBallots ballots(String channel) {
		return this.ballots.getOrDefault(channel, ChannelBallots.NONE);
	}

	Optional<BigDecimal> figure(String key) {
		return Optional.ofNullable(this.figures.get(key));
	}

}
