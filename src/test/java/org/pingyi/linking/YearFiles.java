package org.pingyi.linking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.pingyi.base.web.OutgoingFile;

/**
 * The files of a year as they are downloaded, and what they show of people and ballots.
 */
final class YearFiles {

	private final Map<String, List<String>> lines = new HashMap<>();

	/** Reads a ZIP; only its tables and lists have lines that are looked at. */
	static YearFiles of(OutgoingFile zip) {
		YearFiles files = new YearFiles();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(zip)))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				files.lines.put(entry.getName(),
						new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	private static byte[] bytes(OutgoingFile zip) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		zip.content().writeTo(bytes);
		return bytes.toByteArray();
	}

	/**
	 * The first lines of any file in which people are known; in the trail by its acts.
	 */
	Sightings ofPeople(Map<String, Set<Integer>> values) {
		Sightings seen = new Sightings();
		this.lines.forEach((file, all) -> {
			for (int line = all.size() - 1; line >= 0; line--) {
				String[] cells = all.get(line).split("[,\\s\"]+");
				String act = file.equals("trail.csv") ? " " + cells[3] : "";
				for (String cell : cells) {
					for (int rating : values.getOrDefault(cell, Set.of())) {
						seen.add(file + act, rating, line);
					}
				}
			}
		});
		return seen;
	}

	/** Where each ballot stands in the list of ballots, and between which checkpoints. */
	Sightings ofBallots(List<Rating> ratings) {
		Map<List<String>, Integer> truth = new HashMap<>();
		ratings.forEach((rating) -> truth.put(
				List.of(rating.channel(), String.valueOf(rating.unit()), String.valueOf(rating.answers())),
				rating.number()));
		TreeSet<Long> sizes = new TreeSet<>();
		this.lines.getOrDefault("checkpoints.txt", List.of())
			.forEach((line) -> sizes.add(Long.valueOf(line.split(" ")[1])));
		Sightings seen = new Sightings();
		this.lines.getOrDefault("ballots.csv", List.of())
			.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.forEach((ballot) -> {
				int rating = Objects.requireNonNull(truth.get(List.of(ballot[1], ballot[2], ballot[6])),
						"Nobody's ballot");
				seen.add("ballots.csv", rating, Long.parseLong(ballot[0]));
				seen.add("ballots.csv leaf", rating, ballot[10]);
				seen.add("checkpoints.txt", rating, sizes.headSet(Long.parseLong(ballot[0]), true).size());
			});
		return seen;
	}

}
