package org.pingyi.rules.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns the ballots of a channel into points on 0 to 100. */
final class BallotReckoning {

	/** More different marks than these are shown as their sum only. */
	private static final int TERMS = 12;

	private final Node.BallotPoints node;

	private final BallotCount count;

	private final List<ItemTally> items;

	/** Whether all rated items weigh the same, so that weights need not be shown. */
	private final boolean alike;

	private BallotReckoning(Node.BallotPoints node, BallotCount count) {
		this.node = node;
		this.count = count;
		this.items = count.rated();
		this.alike = this.items.stream().map(ItemTally::weight).map(Exact::plain).distinct().count() <= 1;
	}

	static Reckoned reckon(Rules rules, Node.BallotPoints node, Dossier dossier) {
		BallotCount count = new BallotCount(rules, node, dossier);
		return new BallotReckoning(node, count).reckon().with(count.counts());
	}

	private Reckoned reckon() {
		long valid = this.count.counts().valid();
		if (valid < this.node.minimum()) {
			return Reckoned.missing(this.node, valid + "<" + this.node.minimum());
		}
		if (this.items.isEmpty()) {
			return Reckoned.missing(this.node, "0");
		}
		return (this.node.average() == Node.Average.POOLED) ? pooled() : itemMeans();
	}

	private Reckoned pooled() {
		BigDecimal points = weighed(ItemTally::sum);
		BigDecimal answers = weighed((item) -> BigDecimal.valueOf(item.rated()));
		String sum = this.alike ? terms(merged())
				: this.items.stream()
					.map((item) -> Arithmetic.figure(item.weight()) + "×" + Arithmetic.figure(item.sum()))
					.collect(Collectors.joining("+"));
		String figure = Arithmetic.figure(points);
		return result(Exact.of(points).over(answers),
				sum + "=" + figure + Arithmetic.STEP + figure + "÷" + Arithmetic.figure(answers));
	}

	private Reckoned itemMeans() {
		if (this.items.size() == 1) {
			return pooled();
		}
		Exact sum = Exact.ZERO;
		for (ItemTally item : this.items) {
			sum = sum.plus(item.mean().times(weight(item)));
		}
		BigDecimal weights = weighed((item) -> BigDecimal.ONE);
		String means = this.items.stream().map(this::mean).collect(Collectors.joining(Arithmetic.STEP));
		return result(sum.over(weights), means + Arithmetic.STEP + meanOfMeans(weights));
	}

	private Reckoned result(Exact average, String arithmetic) {
		Scale scale = this.count.scale();
		boolean stretched = !scale.hasLevels() && scale.maximum().compareTo(Node.HUNDRED) != 0;
		Exact value = stretched ? average.times(Node.HUNDRED).over(scale.maximum()) : average;
		String steps = stretched ? arithmetic + "×100÷" + Arithmetic.figure(scale.maximum()) : arithmetic;
		return Reckoned.counted(this.node, value, steps);
	}

	private String mean(ItemTally item) {
		return item.item().code() + " " + Arithmetic.figure(item.sum()) + "÷" + item.rated()
				+ Arithmetic.equals(item.mean());
	}

	private String meanOfMeans(BigDecimal weights) {
		String sum = this.items.stream()
			.map((item) -> (this.alike ? "" : Arithmetic.figure(item.weight()) + "×")
					+ Arithmetic.figure(item.mean().rounded(4)))
			.collect(Collectors.joining("+"));
		return "(" + sum + ")÷" + Arithmetic.figure(weights);
	}

	private SortedMap<Integer, Long> merged() {
		SortedMap<Integer, Long> merged = new TreeMap<>();
		this.items.forEach((item) -> item.counts().forEach((code, many) -> merged.merge(code, many, Long::sum)));
		return merged;
	}

	private String terms(SortedMap<Integer, Long> counts) {
		return (counts.size() > TERMS) ? "Σ"
				: counts.entrySet()
					.stream()
					.map((bar) -> bar.getValue() + "×" + Arithmetic.figure(points(bar.getKey())))
					.collect(Collectors.joining("+"));
	}

	private BigDecimal points(int code) {
		return Objects.requireNonNull(ItemTally.points(this.count.scale(), code));
	}

	private BigDecimal weighed(Function<ItemTally, BigDecimal> figure) {
		return this.items.stream()
			.map((item) -> figure.apply(item).multiply(weight(item)))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private BigDecimal weight(ItemTally item) {
		return this.alike ? BigDecimal.ONE : item.weight();
	}

}
