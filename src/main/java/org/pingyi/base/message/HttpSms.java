package org.pingyi.base.message;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * A gateway that is spoken to over HTTP, as configured. It tries again once, and only
 * when nothing can have been sent; it writes neither numbers nor codes anywhere.
 */
@Service
@ConditionalOnProperty(name = "pingyi.sms", havingValue = "http")
class HttpSms implements SmsGateway {

	private final HttpSmsSettings settings;

	private final SmsTemplate address;

	private final SmsTemplate body;

	private final Pattern success;

	private final Duration patience;

	private final HttpClient client;

	HttpSms(HttpSmsSettings settings) {
		if (settings.url().isBlank()) {
			throw new IllegalStateException("pingyi.sms is http, but pingyi.sms-http.url is not set");
		}
		this.settings = settings;
		this.address = SmsTemplate.address(settings.url());
		this.body = SmsTemplate.body(settings.body(), settings.type());
		this.success = Pattern.compile(settings.success());
		this.patience = settings.connect().plus(settings.answer());
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connect())
			.build();
		// An address or a header that cannot be is found now and not with the first vote.
		request(new Sms(new PhoneNumber("13800000000"), "000000", "0"));
	}

	@Override
	public String name() {
		return "http";
	}

	@Override
	public void send(Sms message) throws SmsFailed {
		try {
			attempt(message);
		}
		catch (SmsFailed failure) {
			if (!failure.kind().worthAnother()) {
				throw failure;
			}
			pause(this.settings.pause());
			attempt(message);
		}
	}

	private void attempt(Sms message) throws SmsFailed {
		// The client's own time limit ends with the headers; a body may stall as well.
		CompletableFuture<HttpResponse<String>> answer = this.client.sendAsync(request(message),
				HttpResponse.BodyHandlers.ofString());
		try {
			judge(answer.get(this.patience.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (ExecutionException ex) {
			throw new SmsFailed(unreached(ex.getCause()) ? SmsFailed.Kind.UNREACHABLE : SmsFailed.Kind.NO_ANSWER);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new SmsFailed(SmsFailed.Kind.NO_ANSWER);
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new SmsFailed(SmsFailed.Kind.NO_ANSWER);
		}
	}

	private static boolean unreached(@Nullable Throwable cause) {
		return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
				|| cause instanceof UnresolvedAddressException;
	}

	private HttpRequest request(Sms message) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address.filled(message)))
			.header("Content-Type", this.settings.type());
		this.settings.headers().forEach(request::setHeader);
		return request.method(this.settings.method(), HttpRequest.BodyPublishers.ofString(this.body.filled(message)))
			.build();
	}

	private void judge(HttpResponse<String> answer) throws SmsFailed {
		int status = answer.statusCode();
		if (status == 429 || status == 503) {
			throw new SmsFailed(SmsFailed.Kind.BUSY);
		}
		if (status >= 500) {
			throw new SmsFailed(SmsFailed.Kind.BROKEN);
		}
		if (status < 200 || status >= 300) {
			throw new SmsFailed(SmsFailed.Kind.REFUSED);
		}
		if (!this.success.matcher(answer.body()).find()) {
			throw new SmsFailed(SmsFailed.Kind.DENIED);
		}
	}

	private static void pause(Duration wait) {
		LockSupport.parkNanos(wait.toNanos());
	}

}
