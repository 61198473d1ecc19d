package org.pingyi.base.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One place for keys: a file for each, with the key in 64 hexadecimal digits, readable by
 * the owner alone.
 */
final class KeyFolder {

	private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}\n");

	private static final String ONLY_OWNER = "rw-------";

	/** The file that says that keys belong into a directory. */
	static final String MARK = "pingyi-keys";

	private final Path path;

	KeyFolder(Path path) {
		this.path = path.toAbsolutePath();
	}

	/**
	 * Whether keys belong here: without its mark this may be what lies under a volume
	 * that is not mounted.
	 */
	boolean isMarked() {
		return Files.exists(this.path.resolve(MARK));
	}

	/** What is wrong where it is missing. */
	String unmarked() {
		return "The key directory " + this.path + " is not mounted, or new: it has no file " + MARK + ".";
	}

	/**
	 * Says that keys belong here, and makes the directory where it is missing.
	 * @throws KeysRefused when it cannot be used
	 */
	void mark() {
		try {
			Files.createDirectories(this.path.getParent());
			if (Files.notExists(this.path)) {
				Files.createDirectory(this.path,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			Files.write(this.path.resolve(MARK), new byte[0]);
		}
		catch (IOException ex) {
			throw KeysRefused.unusable(this.path, ex);
		}
		force();
	}

	/** A key, or nothing where it does not lie here whole. */
	Optional<byte[]> read(String name) {
		try {
			String content = Files.readString(this.path.resolve(name), StandardCharsets.ISO_8859_1);
			return CONTENT.matcher(content).matches() ? Optional.of(HexFormat.of().parseHex(content.strip()))
					: Optional.empty();
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Puts a key down and returns once it is on the disk; one that lies here already
	 * stays, whoever put it there.
	 * @throws KeysRefused where the directory has no mark
	 */
	void write(String name, byte[] key) {
		if (!isMarked()) {
			throw KeysRefused.unmarked(this);
		}
		Path draft = this.path.resolve("." + name + "." + UUID.randomUUID());
		try {
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(ONLY_OWNER)));
			overwrite(draft, (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
			link(name, draft);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(draft);
		}
		force();
	}

	private static void delete(Path draft) {
		try {
			Files.deleteIfExists(draft);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The only step that two nodes could take at once; one of them finds it taken. */
	private void link(String name, Path draft) throws IOException {
		try {
			Files.createLink(this.path.resolve(name), draft);
		}
		catch (FileAlreadyExistsException ex) {
			// What lies here counts.
		}
	}

	/**
	 * Removes a key for good: its file, and drafts of it that a crash left behind, are
	 * overwritten before they are deleted.
	 */
	void erase(String name) {
		try (DirectoryStream<Path> drafts = Files.newDirectoryStream(this.path, "." + name + ".*")) {
			for (Path draft : drafts) {
				erase(draft);
			}
			if (Files.exists(this.path.resolve(name))) {
				erase(this.path.resolve(name));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		force();
	}

	private static void erase(Path file) throws IOException {
		overwrite(file, new byte[(int) Files.size(file)]);
		Files.delete(file);
	}

	private static void overwrite(Path file, byte[] content) throws IOException {
		try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer left = ByteBuffer.wrap(content);
			while (left.hasRemaining()) {
				out.write(left);
			}
			out.force(true);
		}
	}

	/** A name that was made or removed is on the disk only with its folder. */
	private void force() {
		try (FileChannel folder = FileChannel.open(this.path, StandardOpenOption.READ)) {
			folder.force(true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Of the keys that lie here, whole or not. */
	Set<String> names() {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.equals(MARK))
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isWritable() {
		return Files.isWritable(this.path);
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
