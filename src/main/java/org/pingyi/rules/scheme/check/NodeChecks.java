package org.pingyi.rules.scheme.check;

import java.util.List;

import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Source;

/** Checks the nodes of one tree. */
final class NodeChecks {

	private static final int MOST_PLACES = 10;

	private final Checks checks;

	private final CompoundChecks compounds;

	private final ConversionChecks conversions;

	private final PollChecks polls;

	private final SourceChecks sources;

	NodeChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.compounds = new CompoundChecks(checks, rules);
		this.conversions = new ConversionChecks(checks, rules);
		this.polls = new PollChecks(checks, rules);
		this.sources = new SourceChecks(checks, rules);
	}

	void run(String place, Node node) {
		Integer places = node.head().places();
		this.checks.require(places == null || (places >= 0 && places <= MOST_PLACES), place + ".places", "places",
				places + "");
		switch (node) {
			case Compound compound -> this.compounds.run(place, compound);
			case Conversion conversion -> this.conversions.run(place, conversion);
			case Poll poll -> this.polls.run(place, poll);
			case Source source -> this.sources.run(place, source);
		}
		List<Node> children = node.children();
		for (int i = 0; i < children.size(); i++) {
			run(place + ".parts[" + i + "]", children.get(i));
		}
	}

}
