package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Source;
import org.pingyi.rules.scoring.Text;

import org.springframework.stereotype.Component;

/** Finds the figures that a year's scheme asks from outside, and for which units. */
@Component
class FigureNeeds {

	private final Cycles cycles;

	private final Schemes schemes;

	FigureNeeds(Cycles cycles, Schemes schemes) {
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/** In the order of the scheme. */
	List<FigureNeed> of(long cycle) {
		return of(this.schemes.rules(this.cycles.byId(cycle).schemeVersion()), this.cycles.participants(cycle));
	}

	/** What rules ask about these units, in the order of the rules. */
	static List<FigureNeed> of(Rules rules, List<Participant> units) {
		Map<String, Found> found = new LinkedHashMap<>();
		for (Participant unit : units) {
			rules.tree(unit.group(), unit.traits())
				.ifPresent((tree) -> figures(tree.root(), unit)
					.forEach((node) -> found.computeIfAbsent(node.key(), (key) -> new Found(node.head().name()))
						.add(node, unit)));
		}
		return found.entrySet().stream().map((each) -> each.getValue().need(each.getKey())).toList();
	}

	private static Stream<Source.Figure> figures(Node node, Participant unit) {
		if (!unit.traits().containsAll(node.head().traits())) {
			return Stream.of();
		}
		return (node instanceof Source.Figure figure) ? Stream.of(figure)
				: node.children().stream().flatMap((child) -> figures(child, unit));
	}

	/** What several nodes ask of one figure: all of it. */
	private static final class Found {

		private final Text name;

		private final List<Participant> units = new ArrayList<>();

		private @Nullable BigDecimal least;

		private @Nullable BigDecimal most;

		Found(Text name) {
			this.name = name;
		}

		void add(Source.Figure node, Participant unit) {
			this.least = tighter(this.least, node.least(), BigDecimal::max);
			this.most = tighter(this.most, node.most(), BigDecimal::min);
			if (!this.units.contains(unit)) {
				this.units.add(unit);
			}
		}

		private static @Nullable BigDecimal tighter(@Nullable BigDecimal one, @Nullable BigDecimal other,
				BinaryOperator<BigDecimal> choice) {
			return (one == null || other == null) ? (one != null) ? one : other : choice.apply(one, other);
		}

		FigureNeed need(String key) {
			return new FigureNeed(key, this.name, this.least, this.most, List.copyOf(this.units));
		}

	}

}
