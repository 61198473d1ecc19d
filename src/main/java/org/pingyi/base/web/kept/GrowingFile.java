package org.pingyi.base.web.kept;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.web.OutgoingFile;

/**
 * A temporary file that one thread writes while another one reads what is there already;
 * closing it ends both.
 */
final class GrowingFile implements AutoCloseable {

	private static final int BUFFER = 65536;

	private final FileChannel channel;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition grown = this.lock.newCondition();

	private long written;

	private boolean whole;

	private @Nullable Throwable failure;

	private GrowingFile(FileChannel channel) {
		this.channel = channel;
	}

	static GrowingFile in(Path folder) throws IOException {
		Path path = Files.createTempFile(folder, "pingyi-spool", null);
		return new GrowingFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
				StandardOpenOption.DELETE_ON_CLOSE));
	}

	/** Writes all of it; whoever reads it is told of a failure. */
	void write(OutgoingFile.Content content) {
		try (OutputStream out = new BufferedOutputStream(new Growth(), BUFFER)) {
			content.writeTo(out);
			out.flush();
			note(0, true, null);
		}
		catch (IOException | RuntimeException | Error ex) {
			note(0, true, ex);
		}
	}

	/**
	 * Copies all of it.
	 * @throws IOException when it cannot be written to the end
	 */
	void copyTo(OutputStream out) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long position = 0;
		for (long end = awaitMoreThan(position); end > position; end = awaitMoreThan(position)) {
			int read = this.channel.read(ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, end - position)),
					position);
			out.write(buffer, 0, read);
			position += read;
		}
	}

	/** How much there is once there is more, or when no more will come. */
	private long awaitMoreThan(long position) throws IOException {
		this.lock.lock();
		try {
			while (this.written == position && !this.whole) {
				this.grown.await();
			}
			if (this.failure != null) {
				throw new IOException(this.failure);
			}
			return this.written;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void note(int more, boolean last, @Nullable Throwable failed) {
		this.lock.lock();
		try {
			this.written += more;
			this.whole = last;
			this.failure = failed;
			this.grown.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Deletes it; whoever still writes it fails. */
	@Override
	public void close() throws IOException {
		this.channel.close();
	}

	/** Appends to the file. */
	private final class Growth extends OutputStream {

		@Override
		public void write(int one) throws IOException {
			write(new byte[] { (byte) one }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
			while (left.hasRemaining()) {
				GrowingFile.this.channel.write(left);
			}
			note(length, false, null);
		}

	}

}
