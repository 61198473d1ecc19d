package org.pingyi.bench.city;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.pingyi.bench.vote.Flow;
import org.pingyi.bench.vote.Load;
import org.pingyi.bench.vote.Request;

/**
 * Many readers of a page at once, each as fast as it is answered, beside as many of the
 * ballot page.
 *
 * @param name of the line
 * @param path what they read
 * @param number how many there are
 */
record Readers(String name, String path, int number) implements Measurement {

	private static final int SECONDS = 5;

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		AtomicLong refused = new AtomicLong();
		double read = good(city, city.fill(this.path), refused);
		double compared = good(city, "/vote", new AtomicLong());
		return List.of(new Figure(this.name, "/s", read, refused.get() + " refused", "as many of /vote", compared));
	}

	/** Good answers a second. */
	private double good(RunningCity city, String address, AtomicLong refused) throws Exception {
		byte[] request = Request.getZipped(address);
		Flow flow = new Flow(List.of((none) -> request), (answer) -> {
			if (answer.status() != 200) {
				refused.incrementAndGet();
			}
		});
		new Load(city.port(), this.number, 1).run(flow);
		refused.set(0);
		Load.Result result = new Load(city.port(), this.number, SECONDS).run(flow);
		return result.perSecond() * (result.flows() - refused.get()) / result.flows();
	}

}
