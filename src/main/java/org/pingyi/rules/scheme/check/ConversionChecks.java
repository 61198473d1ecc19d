package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Rules;

/** Checks nodes that turn one value into another. */
final class ConversionChecks {

	private final Checks checks;

	private final Rules rules;

	private final Set<String> codes = new HashSet<>();

	ConversionChecks(Checks checks, Rules rules) {
		this.checks = checks;
		this.rules = rules;
		rules.nodes().forEach((node) -> this.codes.add(node.head().code()));
	}

	void run(String place, Conversion node) {
		switch (node) {
			case Conversion.RatioToBest ratio -> {
				this.checks.above(BigDecimal.ZERO, ratio.points(), place + ".points", "positive");
				onePart(place, ratio);
			}
			case Conversion.RankPoints rank -> {
				this.checks.ladder(place + ".ladder", rank.ladder());
				onePart(place, rank);
			}
			case Conversion.Bands bands -> {
				new BandChecks(this.checks, new NodeRanges(this.rules), place, bands).run();
				this.checks.require(!bands.parts().isEmpty(), place + ".parts", "onePart", 0);
			}
			case Conversion.Ratio ratio -> ratio(place, ratio);
			case Conversion.Linear linear -> {
				this.checks.limits(place, linear.floor(), linear.cap());
				onePart(place, linear);
			}
			case Conversion.Reference reference -> this.checks.require(this.codes.contains(reference.node()),
					place + ".node", "unknownNode", reference.node());
		}
	}

	private void ratio(String place, Conversion.Ratio ratio) {
		int parts = ratio.parts().size();
		this.checks.above(BigDecimal.ZERO, ratio.per(), place + ".per", "positive");
		this.checks.require(ratio.minimum().signum() >= 0, place + ".minimum", "negative", ratio.minimum());
		this.checks.require(parts == 2, place + ".parts", "twoParts", parts);
	}

	private void onePart(String place, Conversion node) {
		int parts = node.children().size();
		this.checks.require(parts == 1, place + ".parts", "onePart", parts);
	}

}
