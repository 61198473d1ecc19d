package org.pingyi.bench.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Drives a flow over some connections for some time, each as fast as it is answered. One
 * thread serves them all: a thread for each would take from the server a fifth of a small
 * machine.
 */
public final class Load {

	private static final long MOMENT_MILLIS = 100;

	private final int port;

	private final int connections;

	private final long nanos;

	private long[] times = new long[1 << 16];

	private int flows;

	private int busy;

	public Load(int port, int connections, int seconds) {
		this.port = port;
		this.connections = connections;
		this.nanos = TimeUnit.SECONDS.toNanos(seconds);
	}

	/**
	 * What came of it.
	 *
	 * @param perSecond complete flows per second
	 * @param p99 milliseconds within which 99 of 100 flows were answered
	 * @param flows how many there were
	 */
	public record Result(double perSecond, double p99, long flows) {
	}

	public Result run(Flow flow) throws IOException {
		try (Selector selector = Selector.open()) {
			long start = System.nanoTime();
			for (int i = 0; i < this.connections; i++) {
				new Connection(selector, this.port, flow).begin();
				this.busy++;
			}
			while (this.busy > 0) {
				boolean more = System.nanoTime() - start < this.nanos;
				selector.select((key) -> serve(key, more), MOMENT_MILLIS);
			}
			return result(System.nanoTime() - start);
		}
	}

	private void serve(SelectionKey key, boolean more) {
		Connection connection = (Connection) key.attachment();
		try {
			long time = connection.advance();
			if (time >= 0) {
				keep(time);
				next(connection, more);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void keep(long time) {
		if (this.flows == this.times.length) {
			this.times = Arrays.copyOf(this.times, this.flows * 2);
		}
		this.times[this.flows++] = time;
	}

	private void next(Connection connection, boolean more) throws IOException {
		if (more) {
			connection.begin();
		}
		else {
			connection.close();
			this.busy--;
		}
	}

	private Result result(long elapsed) {
		long[] sorted = Arrays.copyOf(this.times, this.flows);
		Arrays.sort(sorted);
		return new Result(this.flows / (elapsed / 1e9), sorted[(int) (this.flows * 0.99)] / 1e6, this.flows);
	}

}
