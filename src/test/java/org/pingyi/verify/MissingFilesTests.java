package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.Cycle;

import static org.assertj.core.api.Assertions.assertThat;

/** No file can be taken out of a download without the command naming it. */
@PingyiTest
class MissingFilesTests {

	private final VerifiedYear year;

	@TempDir
	private Path folder;

	MissingFilesTests(VerifiedYear year) {
		this.year = year;
	}

	@Test
	void namesEveryMissingFile() throws IOException {
		Cycle cycle = this.year.published(7);
		assertEachIsMissed(this.year.auditFiles(cycle, this.folder), 20);
		assertEachIsMissed(this.year.publishedFiles(cycle, this.folder), 14);
	}

	/** Neither set is taken for the other, smaller one. */
	@Test
	void missesWhatOnlyAuditorsGet() throws IOException {
		Path zip = this.year.auditFiles(this.year.published(7), this.folder);
		for (String file : List.of("ballots.csv", "apart.csv", "trail.csv")) {
			delete(zip, "/" + file);
		}
		files(zip).stream().filter((file) -> file.startsWith("/runs/")).forEach((file) -> delete(zip, file));
		delete(zip, "/runs/1");
		delete(zip, "/runs/2");
		delete(zip, "/runs");
		assertThat(verify(zip)).isNotEqualTo(Command.CLEAN);
	}

	private void assertEachIsMissed(Path zip, int atLeast) throws IOException {
		assertThat(verify(zip)).isEqualTo(Command.CLEAN);
		List<String> files = files(zip);
		assertThat(files).hasSizeGreaterThanOrEqualTo(atLeast);
		for (String file : files) {
			Path without = Files.copy(zip, this.folder.resolve("without" + file.replace('/', '-') + ".zip"));
			delete(without, file);
			assertThat(verify(without)).as(file).isNotEqualTo(Command.CLEAN);
			Files.delete(without);
		}
	}

	private static List<String> files(Path zip) throws IOException {
		try (FileSystem files = FileSystems.newFileSystem(zip); Stream<Path> all = Files.walk(files.getPath("/"))) {
			return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
		}
	}

	private static void delete(Path zip, String file) {
		try (FileSystem files = FileSystems.newFileSystem(zip)) {
			Files.deleteIfExists(files.getPath(file));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static int verify(Path zip) {
		return Command.run(List.of(zip.toString()),
				new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
	}

}
