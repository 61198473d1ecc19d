package org.pingyi.bench.vote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verified citizens, each with a pass of their own, as the holder of the secret can make
 * them.
 */
final class Voters {

	private static final int FIRST_ITEMS = 5;

	private static final byte[] PAGE = Connection.getZipped("/vote");

	private final AtomicLong next = new AtomicLong();

	/** Requests made ahead, so that making them costs the measured seconds nothing. */
	private final Queue<byte[]> ready = new ConcurrentLinkedQueue<>();

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
		long voter = this.next.incrementAndGet();
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
		return Connection.post("/vote/receipts", "", form.toString());
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

	/** Sends a new voter's form and makes sure that a receipt comes back. */
	void submit(Connection connection) throws IOException {
		byte[] made = this.ready.poll();
		Connection.Answer answer = connection.send((made != null) ? made : request());
		if (answer.status() != 200 || !answer.text().contains("\"code\"")) {
			throw new IOException("Refused: " + answer.status() + " " + answer.text());
		}
	}

	/** Opens the page first. */
	void visit(Connection connection) throws IOException {
		Connection.Answer page = connection.send(PAGE);
		if (page.status() != 200) {
			throw new IOException("No page: " + page.status());
		}
		submit(connection);
	}

}
