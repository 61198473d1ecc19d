package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.KeptEntry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps checkpoints outside the database, one line each: see {@link Checkpoint#line}; and
 * the heads of cycles: see {@link CycleHead#lines}; the ends of the trail: see
 * {@link TrailCheckpoint#line}; and what nodes acknowledged: see
 * {@link AcceptedCount#line}. Whoever sets the database back meets them.
 */
@Component
class CheckpointFile {

	/** A lock of a file is held by a process, not by a thread. */
	private static final ReentrantLock WRITING = new ReentrantLock();

	private final @Nullable Path file;

	/**
	 * @param file path of the file, or "" for none
	 */
	CheckpointFile(@Value("${pingyi.checkpoints.file:}") String file) {
		this.file = file.isBlank() ? null : Path.of(file);
	}

	/** Appends a checkpoint and waits until it is on the disk. */
	void append(Checkpoint checkpoint) {
		append(List.of(checkpoint.line()));
	}

	/** Whether every line of a head is there; so it is where there is no file. */
	boolean keeps(CycleHead head) {
		return this.file == null || new HashSet<>(lines()).containsAll(head.lines());
	}

	/** Appends the head of a cycle, for the checkpoint that signs it. */
	void append(CycleHead head) {
		append(head.lines());
	}

	/** Appends the end of the trail. */
	void append(TrailCheckpoint checkpoint) {
		append(List.of(checkpoint.line()));
	}

	/** Appends what a node had acknowledged. */
	void append(AcceptedCount count) {
		append(List.of(count.line()));
	}

	private void append(List<String> lines) {
		Path path = this.file;
		if (path == null) {
			return;
		}
		byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
		WRITING.lock();
		try {
			Files.createDirectories(path.toAbsolutePath().getParent());
			append(path, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			WRITING.unlock();
		}
	}

	/** Another node may write into the same file. */
	private static void append(Path path, byte[] text) throws IOException {
		try (FileChannel out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE); FileLock alone = out.lock()) {
			out.position(endOfLines(out));
			out.truncate(out.position());
			ByteBuffer left = ByteBuffer.wrap(text);
			while (left.hasRemaining()) {
				out.write(left);
			}
			out.force(true);
		}
	}

	/**
	 * Where the last whole line ends: a crash may have torn the one after it, which the
	 * database has and the next checkpoint covers.
	 */
	private static long endOfLines(FileChannel file) throws IOException {
		ByteBuffer character = ByteBuffer.allocate(1);
		long end = file.size();
		while (end > 0 && (file.read(character.clear(), end - 1) < 1 || character.get(0) != '\n')) {
			end--;
		}
		return end;
	}

	/**
	 * The last checkpoint of each cycle, by its number.
	 * @throws LogRefused when a line is none
	 */
	Map<Long, Checkpoint> latest() {
		Map<Long, Checkpoint> latest = new LinkedHashMap<>();
		List<String> lines = lines();
		for (int line = 0; line < lines.size(); line++) {
			if (!isOther(lines.get(line))) {
				Checkpoint checkpoint = read(lines.get(line), line + 1);
				latest.merge(checkpoint.cycle(), checkpoint, (one, other) -> other.covers(one) ? other : one);
			}
		}
		return latest;
	}

	private static boolean isOther(String line) {
		return Stream.of(CycleHead.KEPT, TrailCheckpoint.KEPT, AcceptedCount.KEPT).anyMatch(line::startsWith);
	}

	private static Checkpoint read(String line, int number) {
		try {
			return Checkpoint.read(line);
		}
		catch (IllegalArgumentException ex) {
			throw LogRefused.unreadable(number);
		}
	}

	/** The ends of the trail that were kept. */
	List<KeptEntry> trail() {
		return lines().stream().flatMap((line) -> TrailCheckpoint.read(line).stream()).toList();
	}

	/** What nodes had acknowledged when they said so. */
	Stream<AcceptedCount> accepted() {
		return lines().stream().flatMap((line) -> AcceptedCount.read(line).stream());
	}

	/** A crash may have torn the last line in the middle of a character. */
	private static int endOfLines(byte[] text) {
		int end = text.length;
		while (end > 0 && text[end - 1] != '\n') {
			end--;
		}
		return end;
	}

	private List<String> lines() {
		Path path = this.file;
		try {
			byte[] text = (path != null && Files.exists(path)) ? Files.readAllBytes(path) : new byte[0];
			return new String(text, 0, endOfLines(text), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
