package org.pingyi.verify.hash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room for as many ballots as a year has: in memory while it is little, else in a file
 * that nothing names any more.
 */
final class Spill {

	private static final int LITTLE = 1 << 16;

	private Spill() {
	}

	/** So many bytes, all 0. */
	static ByteBuffer room(int bytes) {
		return (bytes <= LITTLE) ? ByteBuffer.allocate(bytes) : mapped(bytes);
	}

	private static ByteBuffer mapped(int bytes) {
		try {
			Path file = Files.createTempFile("pingyi-verify", ".room");
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE)) {
				return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
