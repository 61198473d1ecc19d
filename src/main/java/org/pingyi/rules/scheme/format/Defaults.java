package org.pingyi.rules.scheme.format;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Ladder;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Trim;
import org.pingyi.rules.scoring.Validity;
import org.pingyi.rules.scoring.When;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rounding;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;

/** What a scheme file need not say. */
final class Defaults {

	private static final Map<Class<?>, Map<String, Object>> VALUES = Map.ofEntries(
	// @formatter:off
			Map.entry(Rules.class, Map.of("source", "", "adjustments", new AdjustmentRules(List.of(), List.of(), List.of(), List.of(), List.of()))),
			Map.entry(Scale.class, Map.of("maximum", Node.HUNDRED)),
			Map.entry(Item.class, Map.of("weight", BigDecimal.ONE)),
			Map.entry(Channel.class, Map.of("validity", Validity.ANY)),
			Map.entry(AdjustmentRules.Bonus.class, Map.of("noticeDays", 0)),
			Map.entry(Node.Head.class, Map.of("missing", Node.Missing.SHARE_OUT, "rounding", Rounding.HALF_UP)),
			Map.entry(Compound.Product.class, Map.of("per", Node.HUNDRED)),
			Map.entry(Compound.WeightedSum.class, Map.of("total", Node.HUNDRED)),
			Map.entry(Poll.Sample.class, Map.of("minimum", 1L, "below", Poll.Below.MISSING)),
			Map.entry(Poll.BallotPoints.class, Map.of("average", Poll.Average.ITEM_MEANS, "centre", Poll.Centre.MEAN)),
			Map.entry(Poll.BallotRate.class, Map.of("average", Poll.Average.POOLED)),
			Map.entry(Conversion.RatioToBest.class, Map.of("points", Node.HUNDRED)),
			Map.entry(Conversion.Condition.class, Map.of("node", "")),
			Map.entry(Conversion.Ratio.class, Map.of("per", Node.HUNDRED, "minimum", BigDecimal.ZERO)),
			Map.entry(Conversion.Linear.class, Map.of("factor", BigDecimal.ONE, "plus", BigDecimal.ZERO)),
			Map.entry(Conversion.Reference.class, Map.of("of", Conversion.Of.OWN)),
			Map.entry(Ladder.class, Map.of("floor", BigDecimal.ZERO)),
			Map.entry(Source.Ledger.class, Map.of("base", BigDecimal.ZERO)),
			Map.entry(Trim.class, Map.of("from", 1L)),
			Map.entry(When.class, Map.of("node", "")),
			Map.entry(When.Quota.class, Map.of("end", When.End.FIRST, "rounding", Rounding.DOWN))
			// @formatter:on
	);

	private static final String CLAUSE = "clause";

	private Defaults() {
	}

	static Optional<Object> of(RecordComponent component) {
		if (component.getName().equals(CLAUSE)) {
			return Optional.of("");
		}
		Map<String, Object> values = VALUES.getOrDefault(component.getDeclaringRecord(), Map.of());
		return Optional.ofNullable(values.get(component.getName()));
	}

}
