package org.pingyi.base.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.pingyi.Standalone;
import org.pingyi.base.web.HostileSheets.Hostile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever table is uploaded, the reader answers: in seconds, in little memory, and says
 * what is wrong.
 */
@Standalone
class HostileImportTests {

	@TempDir
	private Path folder;

	static Stream<String> small() {
		return HostileSheets.small().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("small")
	void saysWhatIsWrong(String name) {
		Hostile file = HostileSheets.small().get(name);
		assertThat(HostileSheets.answer(name, file.content().get())).isEqualTo(file.answer());
	}

	/** Each within 10 seconds, all of them in a process with 256 MB. */
	@Test
	void answersInSecondsAndInLittleMemory() throws Exception {
		Map<String, Hostile> files = HostileSheets.large();
		List<String> arguments = new ArrayList<>();
		for (Map.Entry<String, Hostile> file : files.entrySet()) {
			arguments.add(write(file.getKey(), file.getValue()).toString());
		}
		List<String[]> answers = fork(HostileSheets.class, "256m", arguments).text()
			.lines()
			.map((line) -> line.split("\t"))
			.toList();
		assertThat(answers.stream().collect(Collectors.toMap((answer) -> answer[0], (answer) -> answer[1])))
			.containsExactlyInAnyOrderEntriesOf(files.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (file) -> file.getValue().answer())));
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(Long.parseLong(answer[2])).as(answer[0]).isLessThan(10_000));
	}

	/** The control: what builds the whole document in memory does not survive them. */
	@Test
	void noticesAReaderThatHoldsTheWholeDocument() throws Exception {
		Path file = write("styled-rows.xlsx", HostileSheets.large().get("styled-rows.xlsx"));
		assertThat(fork(HostileSheets.Whole.class, "96m", List.of(file.toString())).code()).isNotZero();
	}

	private Path write(String name, Hostile file) throws IOException {
		byte[] content = file.content().get();
		assertThat(content.length).as(name).isLessThan(5 * 1024 * 1024);
		return Files.write(this.folder.resolve(name), content);
	}

	private record Answer(int code, String text) {
	}

	private static Answer fork(Class<?> program, String memory, List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memory,
						"-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8", "-cp",
						System.getProperty("java.class.path"), program.getName()));
		command.addAll(arguments);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (InputStream in = process.getInputStream()) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return new Answer(process.exitValue(), text);
		}
	}

}
