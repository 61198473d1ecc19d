package org.pingyi.rules.scoring;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scores and ranks 1,000 units by a tree of 40 nodes, from more than a million bars of
 * forms of 20 items. The bars are as many whether they count few ballots or many.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 1, jvmArgs = { "-Xms4g", "-Xmx4g", "-Xmn2g", "-XX:+UseSerialGC" })
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ScoringBenchmark {

	private static final int UNITS = 1_000;

	/**
	 * How many ballots the bars count; with fewer than the first not every bar exists.
	 */
	@Param({ "100000", "1000000", "10000000" })
	private int ballots;

	private final Rules rules = LargeCityRules.rules();

	private Inputs inputs = LargeCity.inputs(0, 0);

	@Setup
	public void count() {
		this.inputs = LargeCity.inputs(UNITS, this.ballots);
	}

	/** Scores, places and grades. */
	@Benchmark
	public List<Standing> rank() {
		return Scoring.rank(this.rules, this.inputs);
	}

	/** The same with every line of every scorecard written out. */
	@Benchmark
	public Outcome score() {
		return Scoring.score(this.rules, this.inputs);
	}

}
