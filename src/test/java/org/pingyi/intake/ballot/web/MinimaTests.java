package org.pingyi.intake.ballot.web;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll.Average;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.RulesSamples;
import org.pingyi.rules.scoring.Tree;

import static org.assertj.core.api.Assertions.assertThat;

/** The least number of ballots comes from the tree that scores the unit. */
class MinimaTests {

	private static final Rules RULES = RulesSamples.root(RulesSamples.figure("unused"))
		.tree(Tree.REST, Set.of(), atLeast(30))
		.tree("party", Set.of("WINDOW"), atLeast(5))
		.tree("party", Set.of(), atLeast(8))
		.rules();

	@Test
	void readsANamedTreeBeforeTheOneForTheRest() {
		assertThat(Minima.of(RULES, unit("party", "WINDOW"))).containsEntry("C", 5L);
		assertThat(Minima.of(RULES, unit("party"))).containsEntry("C", 8L);
		assertThat(Minima.of(RULES, unit("county", "WINDOW"))).containsEntry("C", 30L);
	}

	private static Node atLeast(long minimum) {
		return RulesSamples.ballots(RulesSamples.head("ballots" + minimum), Average.POOLED, minimum);
	}

	private static Participant unit(String group, String... traits) {
		return new Participant(1, "A", "甲局", "甲局", group, group, Set.of(traits));
	}

}
