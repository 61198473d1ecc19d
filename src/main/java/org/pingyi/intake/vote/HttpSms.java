package org.pingyi.intake.vote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

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

	private final HttpClient client;

	HttpSms(HttpSmsSettings settings) {
		if (settings.url().isBlank()) {
			throw new IllegalStateException("pingyi.sms is http, but pingyi.sms-http.url is not set");
		}
		this.settings = settings;
		this.address = SmsTemplate.address(settings.url());
		this.body = SmsTemplate.body(settings.body(), settings.type());
		this.success = Pattern.compile(settings.success());
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(settings.connect())
			.build();
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
		try {
			judge(this.client.send(request(message), HttpResponse.BodyHandlers.ofString()));
		}
		catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException ex) {
			throw new SmsFailed(SmsFailed.Kind.UNREACHABLE);
		}
		catch (IOException ex) {
			throw new SmsFailed(SmsFailed.Kind.NO_ANSWER);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SmsFailed(SmsFailed.Kind.NO_ANSWER);
		}
	}

	private HttpRequest request(Sms message) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address.filled(message)))
			.timeout(this.settings.answer())
			.header("Content-Type", this.settings.type());
		this.settings.headers().forEach(request::setHeader);
		return request
			.method(this.settings.method(), HttpRequest.BodyPublishers.ofString(this.body.filled(message)))
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
