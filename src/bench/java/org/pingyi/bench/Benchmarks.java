package org.pingyi.bench;

import java.util.Collection;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.pingyi.rules.scoring.ScoringBenchmark;

/** Runs the benchmarks one after the other and prints what they came to. */
public final class Benchmarks {

	private static final double MEGABYTE = 1_000_000;

	private Benchmarks() {
	}

	public static void main(String[] arguments) throws RunnerException {
		print(run(ScoringBenchmark.class));
	}

	private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
		return new Runner(new OptionsBuilder().include(benchmark.getName())
			.addProfiler(GCProfiler.class)
			.addProfiler(ProcessorTime.class)
			.build()).run();
	}

	private static void print(Collection<RunResult> results) {
		System.out.printf("%n%8s%12s%16s%22s%16s%n", "what", "ballots", "ms per run", "processor ms per run",
				"MB per run");
		for (RunResult result : results) {
			System.out.printf("%8s%,12d%16.0f%22.0f%16.0f%n", result.getPrimaryResult().getLabel(),
					Integer.valueOf(result.getParams().getParam("ballots")), result.getPrimaryResult().getScore(),
					measured(result, ProcessorTime.RESULT), measured(result, "gc.alloc.rate.norm") / MEGABYTE);
		}
	}

	private static double measured(RunResult result, String what) {
		return result.getSecondaryResults().get(what).getScore();
	}

}
