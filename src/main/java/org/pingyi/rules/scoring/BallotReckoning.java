package org.pingyi.rules.scoring;

import java.util.List;

import org.pingyi.rules.scoring.Reckoned.Label;
import org.pingyi.rules.scoring.Reckoned.Part;

/** Turns the ballots of a channel into a figure on 0 to 100. */
final class BallotReckoning {

	static final String ACTIVE = "active";

	static final String SILENCE = "silence";

	private final Poll node;

	private final BallotCount count;

	private BallotReckoning(Poll node, BallotCount count) {
		this.node = node;
		this.count = count;
	}

	static Reckoned reckon(Rules rules, Poll node, Dossier dossier) {
		BallotCount count = new BallotCount(rules, node.sample(), dossier);
		return new BallotReckoning(node, count).reckon().with(count.counts());
	}

	private Reckoned reckon() {
		long valid = this.count.counts().valid();
		boolean few = valid < this.node.sample().minimum();
		if (few && this.node.sample().below() == Poll.Below.MISSING) {
			return Reckoned.missing(this.node, valid + "<" + this.node.sample().minimum());
		}
		List<ItemTally> rated = this.count.rated();
		if (rated.isEmpty()) {
			return Reckoned.missing(this.node, "0");
		}
		Reckoned counted = counted(rated);
		return few ? counted.in(Line.State.PROVISIONAL) : counted;
	}

	private Reckoned counted(List<ItemTally> rated) {
		ItemAverage active = average(rated);
		Integer level = this.node.sample().silence();
		if (level == null || this.count.silent() == 0) {
			return Reckoned.counted(this.node, active.value(), active.arithmetic());
		}
		ItemAverage all = average(this.count.withSilence(level));
		Exact difference = all.value().minus(active.value());
		Reckoned returned = Reckoned.counted(Label.below(this.node, ACTIVE), active.value(), active.arithmetic());
		Reckoned silent = Reckoned.counted(Label.below(this.node, SILENCE), difference,
				"+" + this.count.silent() + Arithmetic.STEP + Arithmetic.figure(active.value().shown()) + "→"
						+ Arithmetic.figure(all.value().shown()));
		return Reckoned.counted(this.node, all.value(), all.arithmetic())
			.with(List.of(Part.asItIs(returned), Part.asItIs(silent)));
	}

	private ItemAverage average(List<ItemTally> items) {
		return new ItemAverage(this.node, this.count.scale(), items);
	}

}
