package org.pingyi.verify;

import java.io.BufferedReader;
import java.io.IOException;
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

	private final Path root;

	private final @Nullable FileSystem zip;

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

	String text(String file) {
		try {
			return Files.readString(this.root.resolve(file));
		}
		catch (IOException ex) {
			throw new Unreadable(file, 0, "text");
		}
	}

	List<String> lines(String file) {
		return text(file).lines().filter((line) -> !line.isBlank()).toList();
	}

	void rows(String file, Consumer<CsvRow> reader) {
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
