package org.pingyi.rules.scheme.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.pingyi.rules.scoring.AdjustmentRules.Bonus;
import org.pingyi.rules.scoring.Compound;
import org.pingyi.rules.scoring.Conversion;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Range;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Source;

/**
 * Between which values a node can lie, as far as its kind and bounds say; an edge that
 * cannot be told is left out.
 */
final class NodeRanges {

	private final Rules rules;

	NodeRanges(Rules rules) {
		this.rules = rules;
	}

	Range of(Node node) {
		return switch (node) {
			case Poll poll -> range(BigDecimal.ZERO, Node.HUNDRED);
			case Compound compound -> of(compound);
			case Conversion conversion -> of(conversion);
			case Source source -> of(source);
		};
	}

	private Range of(Compound node) {
		return switch (node) {
			case Compound.WeightedSum sum -> weighted(sum);
			case Compound.PointsSum sum -> range(higher(sum.floor(), sum(sum.parts(), Range::from)),
					lower(sum.cap(), sum(sum.parts(), Range::to)));
			case Compound.Product product -> areMarks(product.parts()) && product.per().compareTo(Node.HUNDRED) >= 0
					? range(BigDecimal.ZERO, product.full()) : Range.ALL;
			case Compound.Statistic statistic -> union(statistic.parts().stream().map(this::of).toList());
		};
	}

	private Range weighted(Compound.WeightedSum sum) {
		return areMarks(sum.children()) ? range(BigDecimal.ZERO, sum.total()) : Range.ALL;
	}

	/** Whether every part lies between 0 and its full mark. */
	private boolean areMarks(List<Node> parts) {
		return parts.stream().allMatch((part) -> {
			Range range = of(part);
			return range.from() != null && range.from().signum() >= 0 && range.to() != null
					&& range.to().compareTo(part.full()) <= 0;
		});
	}

	private Range of(Conversion node) {
		return switch (node) {
			case Conversion.RatioToBest ratio -> range(BigDecimal.ZERO, ratio.points());
			case Conversion.RankPoints rank -> range(rank.ladder().floor(), rank.ladder().first());
			case Conversion.Bands bands ->
				union(bands.bands().stream().map((band) -> range(band.points(), band.points())).toList());
			case Conversion.Ratio ratio -> range(areFromZero(ratio.parts()) ? BigDecimal.ZERO : null, null);
			case Conversion.Linear linear -> linear(linear);
			case Conversion.Reference reference -> Range.ALL;
		};
	}

	private boolean areFromZero(List<Node> parts) {
		return parts.stream().map((part) -> of(part).from()).allMatch((from) -> from != null && from.signum() >= 0);
	}

	private Range linear(Conversion.Linear line) {
		Range figure = line.parts().isEmpty() ? Range.ALL : of(line.parts().getFirst());
		boolean falls = line.factor().signum() < 0;
		BigDecimal least = falls ? figure.to() : figure.from();
		BigDecimal most = falls ? figure.from() : figure.to();
		return range(higher(line.floor(), on(line, least)), lower(line.cap(), on(line, most)));
	}

	private static @Nullable BigDecimal on(Conversion.Linear line, @Nullable BigDecimal figure) {
		return (figure != null) ? line.factor().multiply(figure).add(line.plus()) : null;
	}

	private Range of(Source node) {
		return switch (node) {
			case Source.Ledger ledger -> ledger(ledger);
			case Source.EventCount count -> range(BigDecimal.ZERO, null);
			case Source.Figure figure -> range(figure.least(), figure.most());
			case Source.Constant constant -> range(constant.value(), constant.value());
		};
	}

	private Range ledger(Source.Ledger ledger) {
		boolean adds = this.rules.adjustments().bonuses().stream().map(Bonus::code).anyMatch(ledger.rules()::contains);
		BigDecimal cap = ledger.cap();
		if (adds) {
			return range(higher(ledger.floor(), ledger.base()), (cap != null) ? ledger.base().add(cap) : null);
		}
		return range(higher(ledger.floor(), (cap != null) ? ledger.base().subtract(cap) : null), ledger.base());
	}

	private @Nullable BigDecimal sum(List<Node> parts, Function<Range, @Nullable BigDecimal> edge) {
		BigDecimal sum = BigDecimal.ZERO;
		for (Node part : parts) {
			BigDecimal value = edge.apply(of(part));
			if (value == null) {
				return null;
			}
			sum = sum.add(value);
		}
		return sum;
	}

	/** Everything that one of the ranges contains. */
	static Range union(List<Range> ranges) {
		return range(widest(ranges, Range::from, BigDecimal::min), widest(ranges, Range::to, BigDecimal::max));
	}

	private static @Nullable BigDecimal widest(List<Range> ranges, Function<Range, @Nullable BigDecimal> edge,
			BinaryOperator<BigDecimal> wider) {
		BigDecimal widest = null;
		for (Range range : ranges) {
			BigDecimal value = edge.apply(range);
			if (value == null) {
				return null;
			}
			widest = (widest != null) ? wider.apply(widest, value) : value;
		}
		return widest;
	}

	private static @Nullable BigDecimal higher(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? ((one != null) ? one : other) : one.max(other);
	}

	private static @Nullable BigDecimal lower(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? ((one != null) ? one : other) : one.min(other);
	}

	private static Range range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
		return new Range(least, null, most, null);
	}

}
