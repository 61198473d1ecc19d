package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.RulesSamples;
import org.pingyi.rules.scoring.Tree;

import static org.assertj.core.api.Assertions.assertThat;

/** A unit needs the figures of the tree that scores it, and no others. */
class FigureNeedsTests {

	private static final Rules RULES = RulesSamples.root(RulesSamples.figure("unused"))
		.tree(Tree.REST, Set.of(), RulesSamples.figure("budget"))
		.tree("party", Set.of("WINDOW"), RulesSamples.figure("queue"))
		.tree("party", Set.of(), RulesSamples.figure("study"))
		.rules();

	@Test
	void readsANamedTreeBeforeTheOneForTheRest() {
		assertThat(FigureNeeds.of(RULES, List.of(unit("party", "WINDOW")))).extracting(FigureNeed::key)
			.containsExactly("queue");
		assertThat(FigureNeeds.of(RULES, List.of(unit("party")))).extracting(FigureNeed::key).containsExactly("study");
		assertThat(FigureNeeds.of(RULES, List.of(unit("county", "WINDOW")))).extracting(FigureNeed::key)
			.containsExactly("budget");
	}

	private static Participant unit(String group, String... traits) {
		return new Participant(1, "A", "甲局", "甲局", group, group, Set.of(traits));
	}

}
