package org.pingyi.bench.vote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Strangers who guess passwords, each from an address of its own, so many a second: the
 * application has to trust this machine as its proxy.
 */
final class SignInStorm implements AutoCloseable {

	static final int PER_SECOND = 64;

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final int ADDRESSES = 1 << 24;

	private final HttpClient http = HttpClient.newHttpClient();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();

	private final URI address;

	private final String cookie;

	private final String form;

	private SignInStorm(URI address, HttpResponse<String> page) {
		this.address = address;
		this.cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
		Matcher token = TOKEN.matcher(page.body());
		if (!token.find()) {
			throw new IllegalStateException("No token in the page");
		}
		this.form = "_csrf=" + token.group(1) + "&password=wrong-harbour-2026&username=office";
		this.clock.scheduleAtFixedRate(this::guess, 0, TimeUnit.SECONDS.toNanos(1) / PER_SECOND, TimeUnit.NANOSECONDS);
	}

	/** Begins at once. */
	static SignInStorm on(int port) throws IOException, InterruptedException {
		URI address = URI.create("http://127.0.0.1:" + port + "/login");
		return new SignInStorm(address, HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()));
	}

	private void guess() {
		int stranger = ThreadLocalRandom.current().nextInt(ADDRESSES);
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", this.cookie)
			.header("X-Forwarded-For", "10.%d.%d.%d".formatted(stranger >> 16, stranger >> 8 & 255, stranger & 255))
			.POST(HttpRequest.BodyPublishers.ofString(this.form + stranger))
			.build();
		this.http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
			.handle((answer, failure) -> (failure == null) ? answer.statusCode() : 0)
			.thenAccept((status) -> this.answers.computeIfAbsent(status, (any) -> new LongAdder()).increment());
	}

	/** How often each status was answered; 0 for no answer. */
	Map<Integer, Long> answers() {
		Map<Integer, Long> counts = new TreeMap<>();
		this.answers.forEach((status, count) -> counts.put(status, count.sum()));
		return counts;
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
		this.http.close();
	}

}
