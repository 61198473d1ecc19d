package org.pingyi.base.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the product's source, for tests that hold all modules to a rule. */
record SourceFiles(Map<Path, String> texts) {

	static SourceFiles of(String folder, String ending) {
		Path root = Path.of("src/main", folder);
		try (Stream<Path> files = Files.walk(root)) {
			Map<Path, String> texts = new TreeMap<>();
			List<Path> chosen = files.filter((file) -> file.toString().endsWith(ending)).toList();
			for (Path file : chosen) {
				texts.put(root.relativize(file), Files.readString(file));
			}
			return new SourceFiles(texts);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Tells each match with the place where it stands, as {@code file:line}. */
	void find(Pattern pattern, BiConsumer<String, Matcher> found) {
		this.texts.forEach((file, text) -> {
			Matcher matcher = pattern.matcher(text);
			while (matcher.find()) {
				long line = text.substring(0, matcher.start()).lines().count();
				found.accept(file + ":" + Math.max(1, line), matcher);
			}
		});
	}

}
