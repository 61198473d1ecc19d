package org.pingyi.base.web.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.Standalone;
import org.pingyi.base.web.OutgoingFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A file is written at its speed and read at that of its reader. */
@Standalone
class SpoolTests {

	private static final byte[] BLOCK = "0123456789abcdef".repeat(4096).getBytes(StandardCharsets.US_ASCII);

	@TempDir
	private Path folder;

	@Test
	void sendsAllOfItAndLeavesNothingBehind() throws IOException {
		ByteArrayOutputStream client = new ByteArrayOutputStream();
		new Spool(this.folder).send(file((out) -> {
			for (int block = 0; block < 20; block++) {
				out.write(BLOCK);
			}
			out.write('!');
		}), client);
		assertThat(client.size()).isEqualTo(20 * BLOCK.length + 1);
		assertThat(client.toByteArray()).endsWith((byte) 'f', (byte) '!').startsWith(BLOCK);
		assertThat(left()).isZero();
	}

	/** Whoever writes is done, and gives back what they hold, before anybody has read. */
	@Test
	void waitsForNoReader() throws Exception {
		CompletableFuture<Void> written = new CompletableFuture<>();
		CountDownLatch reads = new CountDownLatch(1);
		ByteArrayOutputStream client = new ByteArrayOutputStream();
		Thread sender = Thread.ofVirtual().start(() -> send(file((out) -> {
			for (int block = 0; block < 100; block++) {
				out.write(BLOCK);
			}
			written.complete(null);
		}), new Stalled(client, reads)));
		written.join();
		assertThat(client.size()).isZero();
		reads.countDown();
		sender.join();
		assertThat(client.size()).isEqualTo(100 * BLOCK.length);
	}

	@Test
	void startsBeforeTheEndIsWritten() throws Exception {
		CountDownLatch seen = new CountDownLatch(1);
		ByteArrayOutputStream client = new ByteArrayOutputStream() {

			@Override
			public synchronized void write(byte[] bytes, int offset, int length) {
				super.write(bytes, offset, length);
				seen.countDown();
			}

		};
		new Spool(this.folder).send(file((out) -> {
			out.write(BLOCK);
			out.write(BLOCK);
			await(seen);
			out.write('!');
		}), client);
		assertThat(client.size()).isEqualTo(2 * BLOCK.length + 1);
	}

	@Test
	void endsWithoutAnEndWhereTheFileCannotBeWritten() throws IOException {
		ByteArrayOutputStream client = new ByteArrayOutputStream();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Spool(this.folder).send(file((out) -> {
			throw new IllegalStateException("no database");
		}), client)).withRootCauseInstanceOf(IllegalStateException.class);
		assertThat(left()).isZero();
	}

	/** Whoever leaves ends the work for them. */
	@Test
	void stopsWritingForWhoeverLeft() throws Exception {
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		OutputStream gone = new OutputStream() {

			@Override
			public void write(int one) throws IOException {
				throw new IOException("gone");
			}

		};
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Spool(this.folder).send(file((out) -> {
			try {
				while (true) {
					out.write(BLOCK);
				}
			}
			catch (IOException ex) {
				ended.complete(ex);
				throw ex;
			}
		}), gone));
		assertThat(ended.join()).isInstanceOf(IOException.class);
		assertThat(left()).isZero();
	}

	@Test
	void leavesNoHalfFile() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> new Spool(this.folder).write(file((out) -> {
				throw new IllegalStateException("no database");
			})));
		assertThat(left()).isZero();
	}

	@Test
	void deletesWhatAKilledNodeLeftBehindTheDayBefore() throws IOException {
		FileTime now = Files.getLastModifiedTime(Files.createFile(this.folder.resolve("pingyi-spool1.tmp")));
		FileTime before = FileTime.from(now.toInstant().minus(Duration.ofHours(25)));
		for (String name : List.of("pingyi-spool2.tmp", "pingyi-spool.txt", "other.tmp")) {
			Files.setLastModifiedTime(Files.createFile(this.folder.resolve(name)), before);
		}
		new Spool(this.folder).clear();
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files.map((file) -> file.getFileName().toString()))
				.containsExactlyInAnyOrder("pingyi-spool1.tmp", "pingyi-spool.txt", "other.tmp");
		}
	}

	private static OutgoingFile file(OutgoingFile.Content content) {
		return new OutgoingFile("year.zip", content);
	}

	private void send(OutgoingFile file, OutputStream client) {
		try {
			new Spool(this.folder).send(file, client);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private long left() {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.count();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
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

	/** A client that reads nothing until it may. */
	private static final class Stalled extends OutputStream {

		private final OutputStream client;

		private final CountDownLatch reads;

		Stalled(OutputStream client, CountDownLatch reads) {
			this.client = client;
			this.reads = reads;
		}

		@Override
		public void write(int one) throws IOException {
			write(new byte[] { (byte) one }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			await(this.reads);
			this.client.write(bytes, offset, length);
		}

	}

}
