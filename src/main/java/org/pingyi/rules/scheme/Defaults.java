package org.pingyi.rules.scheme;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pingyi.rules.scoring.AdjustmentRules;
import org.pingyi.rules.scoring.Item;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;

/** What a scheme file need not say. */
final class Defaults {

	private static final Map<Class<?>, Map<String, Object>> VALUES = Map.of(
	// @formatter:off
			Rules.class, Map.of("source", "", "adjustments", new AdjustmentRules(List.of(), List.of(), List.of(), List.of(), List.of())),
			Scale.class, Map.of("maximum", Node.HUNDRED),
			Item.class, Map.of("weight", BigDecimal.ONE),
			Node.Head.class, Map.of("missing", Node.Missing.SHARE_OUT),
			Node.WeightedSum.class, Map.of("total", Node.HUNDRED),
			Node.BallotPoints.class, Map.of("average", Node.Average.ITEM_MEANS, "minimum", 1L)
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
