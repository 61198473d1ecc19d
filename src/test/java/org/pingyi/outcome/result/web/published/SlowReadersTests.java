package org.pingyi.outcome.result.web.published;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiServerTest;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.base.web.workload.Workload;
import org.pingyi.base.web.workload.WorkloadDataSource;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.rendition.Renditions;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More people who read slowly than there are connections to the database: nobody else
 * notices.
 */
@PingyiServerTest
class SlowReadersTests {

	/** More than the buffers between two sockets of one machine take. */
	private static final int LONG = 12_000_000;

	@LocalServerPort
	private int port;

	private final ResultSamples samples;

	private final Catalogues catalogues;

	private final Renditions renditions;

	private final int connections;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	SlowReadersTests(ResultSamples samples, Catalogues catalogues, Renditions renditions, DataSource pool,
			JdbcTemplate jdbc, PlatformTransactionManager transactions) throws Exception {
		this.samples = samples;
		this.catalogues = catalogues;
		this.renditions = renditions;
		this.connections = pool.unwrap(WorkloadDataSource.class).of(Workload.PUBLIC).getMaximumPoolSize();
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Test
	void stopNobody() throws Exception {
		this.samples.published();
		byte[] content = new byte[LONG];
		new SecureRandom().nextBytes(content);
		Document files = this.catalogues.getNow().document("/results/2026/recount.zip").orElseThrow();
		this.renditions.keep(files.key(Locale.ROOT),
				Representation.file("application/zip", "year.zip", content, "long"));
		List<Socket> readers = new ArrayList<>();
		try {
			for (int reader = 0; reader < this.connections + 2; reader++) {
				readers.add(slowReader());
			}
			assertThat(status("/results")).isEqualTo(302);
			assertThat(status("/results/2026")).isEqualTo(200);
			assertThat(rest(readers.getFirst())).isEqualTo(content);
		}
		finally {
			for (Socket reader : readers) {
				reader.close();
			}
		}
	}

	/** The positive control: who sends within a transaction holds a connection. */
	@Test
	void wouldStopEverybodyIfEachHeldAConnection() throws Exception {
		CountDownLatch held = new CountDownLatch(this.connections);
		CountDownLatch read = new CountDownLatch(1);
		List<Thread> readers = new ArrayList<>();
		for (int reader = 0; reader < this.connections; reader++) {
			readers.add(Thread.ofVirtual()
				.start(() -> Workload.PUBLIC.run(() -> this.transaction.executeWithoutResult((status) -> {
					this.jdbc.queryForObject("select 1", Integer.class);
					held.countDown();
					await(read);
				}))));
		}
		try {
			held.await();
			assertThat(status("/results")).isEqualTo(503);
		}
		finally {
			read.countDown();
			for (Thread reader : readers) {
				reader.join();
			}
		}
	}

	/** Has read the first byte of the answer and no more. */
	private Socket slowReader() throws IOException {
		Socket socket = new Socket();
		socket.setReceiveBufferSize(4096);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		socket.getOutputStream()
			.write("GET /results/2026/recount.zip HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
				.getBytes(StandardCharsets.US_ASCII));
		assertThat(socket.getInputStream().read()).isEqualTo('H');
		return socket;
	}

	private static byte[] rest(Socket reader) throws IOException {
		InputStream in = reader.getInputStream();
		int ends = 0;
		while (ends < 2) {
			int next = in.read();
			ends = (next == '\n') ? ends + 1 : (next == '\r') ? ends : 0;
		}
		return in.readAllBytes();
	}

	private int status(String address) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
