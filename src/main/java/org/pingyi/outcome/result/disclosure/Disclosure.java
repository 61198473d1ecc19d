package org.pingyi.outcome.result.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;

/**
 * Finds the lines of a scorecard whose counts and arithmetic rest on so few people that
 * units and the public may not see them.
 */
public final class Disclosure {

	/** Ballots of the public below which nothing is shown but the points. */
	public static final long CITIZENS = 10;

	/** The same for invited reviewers, whose circles are small by design. */
	private static final long INVITED = 5;

	private final Rules rules;

	private final Map<String, List<Poll>> nodes = new HashMap<>();

	private final TreatmentCounts treated;

	private Disclosure(Rules rules, Inputs inputs) {
		this.rules = rules;
		this.treated = new TreatmentCounts(rules, inputs);
		rules.nodes().forEach(this::remember);
	}

	public static Disclosure of(Rules rules, Inputs inputs) {
		return new Disclosure(rules, inputs);
	}

	/**
	 * How many ballots of a channel there must be for anything to be shown. Inspectors'
	 * marks are official acts that the unit reads as findings anyway.
	 */
	public static long fewest(Rules rules, String channel) {
		return switch (rules.channel(channel).orElseThrow().door()) {
			case INSPECTION -> 0;
			case REVIEW -> INVITED;
			case VOTE, KIOSK -> CITIZENS;
		};
	}

	/**
	 * Units whose score with every ballot counted alike is withheld: beside the score it
	 * would tell what few people said about them, or about another unit whose figures
	 * theirs depend on.
	 */
	@SuppressWarnings("BigDecimalEquals") // both are rounded to the places of the scheme
	public Set<String> alikeWithheld(Outcome outcome) {
		Map<String, BigDecimal> alike = outcome.alike()
			.stream()
			.collect(Collectors.toMap(Outcome.Alike::unit, Outcome.Alike::score));
		Set<String> few = outcome.scorecards()
			.stream()
			.map(Scorecard::unit)
			.filter((unit) -> this.treated.isFew(unit, this::fewest))
			.collect(Collectors.toSet());
		Set<String> groups = outcome.scorecards()
			.stream()
			.filter((card) -> few.contains(card.unit()))
			.map(Scorecard::group)
			.collect(Collectors.toSet());
		return outcome.scorecards()
			.stream()
			.filter((card) -> few.contains(card.unit())
					|| (groups.contains(card.group()) && !card.score().equals(alike.get(card.unit()))))
			.map(Scorecard::unit)
			.collect(Collectors.toSet());
	}

	/** Codes of the lines to withhold. */
	public Set<String> withheld(Scorecard card) {
		return card.total()
			.all()
			.filter((line) -> restsOnTooFew(line) || leavesOutFew(card.unit(), line))
			.map(Line::node)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private boolean restsOnTooFew(Line line) {
		Long valid = line.counts().valid();
		return valid != null && valid > 0 && samples(line).anyMatch((sample) -> valid < fewest(sample.channel()));
	}

	/** Beside the tallies of all ballots it would tell what those few said. */
	private boolean leavesOutFew(String unit, Line line) {
		return samples(line).anyMatch((sample) -> this.treated.isFew(unit, sample.channel(), sample.raterClasses(),
				fewest(sample.channel())));
	}

	private Stream<Poll.Sample> samples(Line line) {
		return this.nodes.getOrDefault(line.node(), List.of()).stream().map(Poll::sample);
	}

	private long fewest(String channel) {
		return fewest(this.rules, channel);
	}

	private void remember(Node node) {
		if (node instanceof Poll poll) {
			this.nodes.computeIfAbsent(poll.head().code(), (code) -> new ArrayList<>()).add(poll);
		}
	}

}
