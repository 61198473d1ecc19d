package org.pingyi.base.web.limit;

import java.time.Duration;

import org.pingyi.base.web.Refusal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Too much was asked for a while: 429, and when to come again. */
public class TooManyRequests extends Refusal {

	private final long seconds;

	public TooManyRequests(Duration wait, String key, Object... arguments) {
		super(HttpStatus.TOO_MANY_REQUESTS, key, arguments);
		this.seconds = seconds(wait);
	}

	/** One whose message says after how many seconds to come again. */
	public static TooManyRequests saying(String key, Duration wait) {
		return new TooManyRequests(wait, key, seconds(wait));
	}

	private static long seconds(Duration wait) {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

	/** After how many seconds it is worth another attempt; at least 1. */
	public long seconds() {
		return this.seconds;
	}

	@Override
	public HttpHeaders headers() {
		HttpHeaders headers = super.headers();
		headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(this.seconds));
		return headers;
	}

}
