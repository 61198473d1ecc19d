package org.pingyi.bench.vote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Drives a flow over some connections for some time, each as fast as it is answered. */
record Load(int port, int connections, int seconds) {

	/** What one person does; throws when an answer is not what it must be. */
	interface Flow {

		void run(Connection connection) throws IOException;

	}

	/**
	 * What came of it.
	 *
	 * @param perSecond complete flows per second
	 * @param p99 milliseconds within which 99 of 100 flows were answered
	 * @param flows how many there were
	 */
	record Result(double perSecond, double p99, long flows) {
	}

	Result run(Flow flow) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(this.seconds);
		long start = System.nanoTime();
		List<Future<long[]>> done = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.connections)) {
			for (int i = 0; i < this.connections; i++) {
				done.add(threads.submit(() -> drive(flow, end)));
			}
		}
		double elapsed = (System.nanoTime() - start) / 1e9;
		long[] times = times(done);
		Arrays.sort(times);
		return new Result(times.length / elapsed, times[(int) (times.length * 0.99)] / 1e6, times.length);
	}

	private long[] drive(Flow flow, long end) throws IOException {
		long[] times = new long[1024];
		int count = 0;
		try (Connection connection = new Connection(this.port)) {
			while (System.nanoTime() < end) {
				long begun = System.nanoTime();
				flow.run(connection);
				if (count == times.length) {
					times = Arrays.copyOf(times, count * 2);
				}
				times[count++] = System.nanoTime() - begun;
			}
		}
		return Arrays.copyOf(times, count);
	}

	private static long[] times(List<Future<long[]>> done) throws InterruptedException, ExecutionException {
		List<long[]> all = new ArrayList<>();
		for (Future<long[]> each : done) {
			all.add(each.get());
		}
		return all.stream().flatMapToLong(Arrays::stream).toArray();
	}

}
