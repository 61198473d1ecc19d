package org.pingyi.bench.city;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * The counters when nobody has asked for them within the last minute, for which they are
 * kept.
 */
record Counting(String name) implements Measurement {

	private static final long KEPT_MILLIS = TimeUnit.SECONDS.toMillis(61);

	@Override
	public List<Figure> of(RunningCity city) throws Exception {
		Callable<HttpResponse<byte[]>> look = () -> city.browser("").get("/vote/counters");
		look.call();
		TimeUnit.MILLISECONDS.sleep(KEPT_MILLIS);
		double millis = Times.millis(look);
		Times plain = Times.of(() -> city.browser("").get("/login"));
		return List.of(new Figure(this.name, "ms", millis, "", "plain page", plain.median()));
	}

}
