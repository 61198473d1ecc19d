package org.pingyi.intake.ballot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Spearman's rank correlation; equal values share their mean rank. */
public final class RankCorrelation {

	private RankCorrelation() {
	}

	/** From -1 to 1; 0 when one of them has no order at all. */
	public static <A extends Comparable<A>, B extends Comparable<B>> double of(List<A> one, List<B> other) {
		double[] a = ranks(one);
		double[] b = ranks(other);
		double mean = (a.length + 1) / 2.0;
		double together = 0;
		double spreadA = 0;
		double spreadB = 0;
		for (int i = 0; i < a.length; i++) {
			together += (a[i] - mean) * (b[i] - mean);
			spreadA += (a[i] - mean) * (a[i] - mean);
			spreadB += (b[i] - mean) * (b[i] - mean);
		}
		return (spreadA == 0 || spreadB == 0) ? 0 : together / Math.sqrt(spreadA * spreadB);
	}

	private static <T extends Comparable<T>> double[] ranks(List<T> values) {
		int[] order = IntStream.range(0, values.size())
			.boxed()
			.sorted(Comparator.comparing(values::get))
			.mapToInt(Integer::intValue)
			.toArray();
		double[] ranks = new double[order.length];
		for (int from = 0, to; from < order.length; from = to) {
			to = from + 1;
			while (to < order.length && values.get(order[to]).compareTo(values.get(order[from])) == 0) {
				to++;
			}
			for (int i = from; i < to; i++) {
				ranks[order[i]] = (from + 1 + to) / 2.0;
			}
		}
		return ranks;
	}

}
