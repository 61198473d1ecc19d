package org.pingyi.bench.vote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verified citizens, each with a pass of their own, as the holder of the secret can make
 * them.
 */
final class Voters {

	private static final int FIRST_ITEMS = 5;

	private static final byte[] PAGE = Request.getZipped("/vote");

	private long last;

	/** Requests made ahead, so that making them costs the measured seconds nothing. */
	private final Queue<byte[]> ready = new ArrayDeque<>();

	private final SecretKeySpec key;

	private final long cycle;

	Voters(String secret, long cycle) {
		this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
		this.cycle = cycle;
	}

	/** Makes so many requests ready. */
	void prepare(int requests) {
		while (this.ready.size() < requests) {
			for (int i = 0; i < 1000; i++) {
				this.ready.add(request());
			}
		}
	}

	/** The form of a new voter about one unit, as the script of the page posts it. */
	private byte[] request() {
		long voter = ++this.last;
		String unit = BenchCity.code((int) (voter % BenchCity.UNITS) + 1);
		StringBuilder form = new StringBuilder(400).append("pass=")
			.append(pass(voter))
			.append("&key=")
			.append(UUID.randomUUID())
			.append("&unit=")
			.append(unit);
		for (int item = 1; item <= FIRST_ITEMS; item++) {
			form.append('&').append(unit).append(".o0").append(item).append('=').append((voter + item) % 5 + 1);
		}
		return Request.post("/vote/receipts", "", form.toString());
	}

	private String pass(long voter) {
		Instant since = Instant.now().minusSeconds(300);
		String content = String.join(".", String.format("phone:%064x", voter), String.valueOf(this.cycle),
				String.valueOf(since.getEpochSecond()), "0", String.valueOf(since.plusSeconds(3600).getEpochSecond()));
		return content + "." + mac("vote.pass", content);
	}

	private String mac(String... fields) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			for (String field : fields) {
				byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
				mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
				mac.update(bytes);
			}
			return HexFormat.of().formatHex(mac.doFinal());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new voter sends the form and gets a receipt. */
	Flow submission() {
		return new Flow(List.of((none) -> form()), Voters::requireReceipt);
	}

	/** The voter opens the page first. */
	Flow visit() {
		return new Flow(List.of((none) -> PAGE, (page) -> {
			Flow.accepted(Objects.requireNonNull(page));
			return form();
		}), Voters::requireReceipt);
	}

	/** Somebody looks at the home page. */
	static Flow home() {
		return new Flow(List.of((none) -> Request.getZipped("/")), Flow::accepted);
	}

	private byte[] form() {
		byte[] made = this.ready.poll();
		return (made != null) ? made : request();
	}

	private static void requireReceipt(Answer answer) {
		if (!Flow.accepted(answer).text().contains("\"code\"")) {
			throw new Flow.Refused(answer);
		}
	}

}
