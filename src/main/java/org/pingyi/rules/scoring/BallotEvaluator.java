package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.pingyi.rules.scoring.Evaluated.Label;
import org.pingyi.rules.scoring.Evaluated.Part;

/** Turns the ballots of a channel into a figure on 0 to 100. */
final class BallotEvaluator {

	static final String ACTIVE = "active";

	static final String SILENCE = "silence";

	private final Poll node;

	private final BallotCount count;

	private BallotEvaluator(Poll node, BallotCount count) {
		this.node = node;
		this.count = count;
	}

	static Evaluated evaluate(Rules rules, Poll node, UnitInputs unitInputs) {
		BallotCount count = new BallotCount(rules, node.sample(), unitInputs);
		return new BallotEvaluator(node, count).evaluate().with(count.counts());
	}

	private Evaluated evaluate() {
		return switch (this.node) {
			case Poll.BallotPoints points -> answers();
			case Poll.BallotRate rate -> answers();
			case Poll.ReturnRate rate -> returnRate();
		};
	}

	private Evaluated answers() {
		Optional<String> few = few();
		if (few.isPresent() && this.node.sample().below() == Poll.Below.MISSING) {
			return Evaluated.missing(this.node, few.get());
		}
		List<ItemTally> rated = this.count.rated();
		if (rated.isEmpty()) {
			return Evaluated.missing(this.node, "0");
		}
		Evaluated counted = counted(rated);
		return few.isPresent() ? counted.in(Line.State.PROVISIONAL) : counted;
	}

	/** What is too little, in figures; empty when there is enough. */
	private Optional<String> few() {
		long valid = this.count.valid();
		Poll.Sample sample = this.node.sample();
		if (valid < sample.minimum()) {
			return Optional.of(valid + "<" + sample.minimum());
		}
		Long issued = this.count.issued();
		BigDecimal share = sample.minimumReturn();
		if (issued == null || share == null) {
			return Optional.empty();
		}
		BigDecimal least = share.multiply(BigDecimal.valueOf(issued));
		return (BigDecimal.valueOf(valid).multiply(Node.HUNDRED).compareTo(least) >= 0) ? Optional.empty()
				: Optional.of(valid + "<" + issued + "×" + Arithmetic.figure(share) + "%");
	}

	private Evaluated returnRate() {
		long valid = this.count.valid();
		Long issued = this.count.issued();
		if (issued == null || issued == 0) {
			return Evaluated.missing(this.node, valid + "÷?");
		}
		long returned = Math.min(valid, issued);
		return Evaluated.counted(this.node, Exact.of(returned).times(Node.HUNDRED).over(BigDecimal.valueOf(issued)),
				() -> returned + "÷" + issued + "×100");
	}

	private Evaluated counted(List<ItemTally> rated) {
		ItemAverage active = average(rated);
		Integer level = this.node.sample().silence();
		if (level == null || this.count.silent() == 0) {
			return Evaluated.counted(this.node, active.value(), active::arithmetic);
		}
		ItemAverage all = average(this.count.withSilence(level));
		Exact difference = all.value().minus(active.value());
		Evaluated returned = Evaluated.counted(Label.below(this.node, ACTIVE), active.value(), active::arithmetic);
		Evaluated silent = Evaluated.counted(Label.below(this.node, SILENCE), difference,
				() -> "+" + this.count.silent() + Arithmetic.STEP + Arithmetic.figure(active.value().shown()) + "→"
						+ Arithmetic.figure(all.value().shown()));
		return Evaluated.counted(this.node, all.value(), all::arithmetic)
			.with(List.of(Part.asItIs(returned), Part.asItIs(silent)));
	}

	private ItemAverage average(List<ItemTally> items) {
		return new ItemAverage(this.node, this.count.scale(), items);
	}

}
