package org.pingyi.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The files to verify: a folder, or the ZIP as it was downloaded. */
final class Folder implements AutoCloseable {

	/**
	 * Bytes of a file that is read at once: what it becomes takes several times as much.
	 */
	private static final int LARGEST = (int) Math.min(Integer.MAX_VALUE - 16L, Runtime.getRuntime().maxMemory() / 8);

	private final Path root;

	private final @Nullable FileSystem zip;

	private String reading = "";

	private Folder(Path root, @Nullable FileSystem zip) {
		this.root = root;
		this.zip = zip;
	}

	static Folder open(Path path) {
		if (Files.isDirectory(path)) {
			return new Folder(path, null);
		}
		try {
			FileSystem zip = FileSystems.newFileSystem(path);
			return new Folder(zip.getPath("/"), zip);
		}
		catch (IOException | RuntimeException ex) {
			throw new Unreadable(path.toString(), 0, "folder");
		}
	}

	boolean has(String file) {
		return Files.exists(this.root.resolve(file));
	}

	/** The file that was read last, or "". */
	String reading() {
		return this.reading;
	}

	/**
	 * The whole text of a file.
	 * @throws Unreadable when it is not there, is not UTF-8, or is larger than fits
	 */
	String text(String file) {
		this.reading = file;
		try (InputStream in = Files.newInputStream(this.root.resolve(file))) {
			byte[] content = in.readNBytes(LARGEST + 1);
			if (content.length > LARGEST) {
				throw new Unreadable(file, 0, "size");
			}
			return Utf8Lines.text(file, content);
		}
		catch (IOException ex) {
			throw new Unreadable(file, 0, "text");
		}
	}

	List<String> lines(String file) {
		return text(file).lines().filter((line) -> !line.isBlank()).toList();
	}

	void rows(String file, Consumer<CsvRow> reader) {
		this.reading = file;
		try (BufferedReader in = Files.newBufferedReader(this.root.resolve(file))) {
			Csv.read(file, in, reader);
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable(file, 0, "UTF-8");
		}
		catch (IOException ex) {
			throw new Unreadable(file, 0, "table");
		}
	}

	/** A table of one row. */
	void row(String file, Consumer<CsvRow> reader) {
		long[] rows = { 0 };
		rows(file, (row) -> {
			rows[0]++;
			reader.accept(row);
		});
		if (rows[0] != 1) {
			throw new Unreadable(file, 0, "rows");
		}
	}

	@Override
	public void close() {
		try {
			if (this.zip != null) {
				this.zip.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
