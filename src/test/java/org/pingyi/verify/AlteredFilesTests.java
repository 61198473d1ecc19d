package org.pingyi.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.Cycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is changed in the auditor's files after the download is found: a cell, a
 * character, a line less, a line twice, two lines exchanged.
 */
@PingyiTest
class AlteredFilesTests {

	/** What is told, but counts for nothing: times and reasons, which the trail has. */
	private static final Map<String, Set<String>> FREE = Map.of("runs.csv", Set.of("counted_at"), "publication.csv",
			Set.of("published_at"), "counters.csv", Set.of("opinions"), "apart.csv", Set.of("reason", "evidence"));

	/** In these the order of the lines says something. */
	private static final Set<String> ORDERED = Set.of("checkpoints.txt", "ballots.csv", "receipts.csv", "acts.csv",
			"trail.csv");

	private static final int TIMES = 6;

	private final VerifiedYear year;

	@TempDir
	private Path folder;

	private final Random random = new Random(2026);

	AlteredFilesTests(VerifiedYear year) {
		this.year = year;
	}

	/** An alteration of a file. */
	private record Change(String file, String what, List<String> lines) {
	}

	@Test
	void namesEveryChange() throws IOException {
		Cycle cycle = this.year.published(7);
		Path root = unpacked(this.year.auditFiles(cycle, this.folder));
		List<String> kept = new ArrayList<>(Files.readAllLines(root.resolve("checkpoints.txt")));
		kept.addAll(VerifiedYear.verify(root, List.of(), EnumSet.allOf(Check.class)).toKeep());
		assertThat(found(root, kept)).isFalse();
		List<Change> changes = files(root).flatMap((file) -> changes(root, file).stream()).toList();
		List<String> unseen = new ArrayList<>();
		for (Change change : changes) {
			Path file = root.resolve(change.file());
			String before = Files.readString(file);
			Files.writeString(file, String.join("\n", change.lines()) + "\n");
			if (!found(root, kept)) {
				unseen.add(change.file() + ": " + change.what());
			}
			Files.writeString(file, before);
		}
		assertThat(changes).hasSizeGreaterThan(100);
		assertThat(unseen).as("of " + changes.size()).isEmpty();
	}

	/** Whether something is named, or the file at least. */
	private static boolean found(Path root, List<String> kept) {
		try {
			return !VerifiedYear.verify(root, kept, EnumSet.allOf(Check.class)).findings().isEmpty();
		}
		catch (Unreadable ex) {
			return true;
		}
	}

	private List<Change> changes(Path root, String file) {
		List<String> lines = lines(root.resolve(file));
		List<Change> changes = new ArrayList<>();
		int first = file.endsWith(".csv") ? 1 : 0;
		if (lines.size() <= first) {
			return changes;
		}
		for (int time = 0; time < TIMES; time++) {
			int at = first + this.random.nextInt(lines.size() - first);
			changes.add(file.endsWith(".csv") ? cell(file, lines, at) : character(file, lines, at));
		}
		int line = first + this.random.nextInt(lines.size() - first);
		if (!file.endsWith(".json")) {
			List<String> less = new ArrayList<>(lines);
			less.remove(line);
			changes.add(new Change(file, "without line " + line, less));
			List<String> more = new ArrayList<>(lines);
			more.add(line, lines.get(line));
			changes.add(new Change(file, "line twice " + line, more));
		}
		if (ORDERED.contains(file) && line + 1 < lines.size()) {
			List<String> exchanged = new ArrayList<>(lines);
			Collections.swap(exchanged, line, line + 1);
			changes.add(new Change(file, "exchanged " + line, exchanged));
		}
		return changes;
	}

	/** A cell that counts gets something else; none of these cells holds a line feed. */
	private Change cell(String file, List<String> lines, int at) {
		List<String> columns = Arrays.asList(lines.getFirst().split(","));
		String[] cells = lines.get(at).split(",", -1);
		int column = this.random.nextInt(Math.min(columns.size(), cells.length));
		while (FREE.getOrDefault(file, Set.of()).contains(columns.get(column))) {
			column = this.random.nextInt(Math.min(columns.size(), cells.length));
		}
		cells[column] = other(cells[column]);
		List<String> changed = new ArrayList<>(lines);
		changed.set(at, String.join(",", cells));
		return new Change(file, columns.get(column) + " of line " + at + ": " + cells[column], changed);
	}

	private Change character(String file, List<String> lines, int at) {
		List<String> changed = new ArrayList<>(lines);
		String line = lines.get(at);
		List<Integer> digits = new ArrayList<>();
		for (int place = 0; place < line.length(); place++) {
			if (Character.isDigit(line.charAt(place))) {
				digits.add(place);
			}
		}
		int place = digits.isEmpty() ? 0 : digits.get(this.random.nextInt(digits.size()));
		changed.set(at, line.isEmpty() ? "x"
				: line.substring(0, place) + other(line.substring(place, place + 1)) + line.substring(place + 1));
		return new Change(file, "character " + place + " of line " + at, changed);
	}

	private static String other(String text) {
		if (text.matches("[0-9]{1,9}")) {
			return String.valueOf(Long.parseLong(text) + 1);
		}
		return text.matches("[0-9a-f]+") ? (text.startsWith("0") ? "1" : "0") + text.substring(1) : text + "x";
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> files(Path root) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(Files::isRegularFile)
				.map((file) -> root.relativize(file).toString())
				.sorted()
				.toList()
				.stream();
		}
	}

	private Path unpacked(Path zip) throws IOException {
		Path root = Files.createDirectories(this.folder.resolve("unpacked"));
		try (FileSystem files = FileSystems.newFileSystem(zip); Stream<Path> all = Files.walk(files.getPath("/"))) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				Path target = root.resolve(file.toString().substring(1));
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
		return root;
	}

}
