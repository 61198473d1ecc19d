package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.Standalone;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever files it is given, the command answers: in seconds, in little memory, naming
 * the file, and never with a stack trace.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@Standalone
class HostileFilesTests {

	private static final String KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

	private static final int DEEP = 1_000_000;

	private static final int MANY = 900_000;

	@TempDir
	private Path folder;

	@BeforeEach
	void writeYear() throws IOException {
		write("cycle.csv",
				"id,code,name,phase,scheme_version,scheme_digest,opens_on,closes_on\r\n1,2026,2026年度,CLOSED,1,00,2026-01-01,2026-06-30\r\n");
		write("key.txt", KEY + "\n");
		write("checkpoints.txt", "");
		write("runs.csv", "run,scheme_version,counted_at,inputs_digest,outcome_digest\r\n1,1,x,00,00\r\n");
		write("scheme.json", "{\"format\":\"pingyi-scheme/2\"}");
		write("runs/1/inputs.json", "{}");
		write("runs/1/outcome.json", "{}");
		write("scores.csv", "run,position,unit,group,score,rank,grade,alike,card\r\n");
	}

	private void write(String file, String text) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "scheme.json", "runs/1/inputs.json", "runs/1/outcome.json" })
	void refusesDeepJson(String file) throws IOException {
		write(file, "[".repeat(DEEP) + "]".repeat(DEEP));
		assertUnreadable(file);
		write(file, "{\"a\":".repeat(DEEP));
		assertUnreadable(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"a\":2}", "{\"a\":1e999999999}", "{\"a\":-1e-999999999}", "\u0000", "{\"a\":\"",
			"NaN", "{\"a\":0x1}", "{}{}", "\uFEFF{}" })
	void refusesJsonThatSaysTwoThingsOrTooMuch(String json) throws IOException {
		write("runs/1/inputs.json", json);
		assertUnreadable("runs/1/inputs.json");
	}

	@Test
	void refusesHugeNumbers() throws IOException {
		write("runs/1/inputs.json", "{\"a\":" + "9".repeat(DEEP) + "}");
		assertUnreadable("runs/1/inputs.json");
		write("runs/1/inputs.json", "{}");
		write("tallies.csv", "channel,unit,unit_code,rater_class,signals,item,code,count\r\nA,1,B,C,0,0,0,"
				+ "9".repeat(DEEP) + "\r\n");
		assertUnreadable("tallies.csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cycle.csv", "tallies.csv", "receipts.csv", "acts.csv", "trail.csv" })
	void refusesEmptyRows(String file) throws IOException {
		write(file, "a,b,c\r\n" + "\r\n".repeat(MANY));
		assertUnreadable(file);
	}

	@Test
	void refusesACellThatNeverEnds() throws IOException {
		write("tallies.csv", "channel,unit\r\n\"" + "x".repeat(12_000_000));
		assertUnreadable("tallies.csv");
		write("tallies.csv", ",".repeat(DEEP));
		assertUnreadable("tallies.csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cycle.csv", "key.txt", "checkpoints.txt", "scheme.json", "runs.csv", "scores.csv",
			"runs/1/inputs.json" })
	void refusesBrokenUtf8(String file) throws IOException {
		Files.write(this.folder.resolve(file), new byte[] { 'a', (byte) 0xC3, (byte) 0x28, (byte) 0xFF });
		assertUnreadable(file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "cycle.csv", "key.txt", "checkpoints.txt" })
	void namesAFileThatIsMissing(String file) throws IOException {
		Files.delete(this.folder.resolve(file));
		assertUnreadable(file);
	}

	/** Rules that no freeze lets through are named, whatever they would do. */
	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"trees\":3}",
			"{\"ranking\":{\"places\":1000000000,\"ties\":\"DENSE\"},\"trees\":[]}",
			"{\"ranking\":{\"places\":2,\"ties\":\"DENSE\"},\"trees\":[{\"groups\":[\"*\"],\"root\":{\"kind\":\"ratio\",\"code\":\"r\"}}]}",
			"{\"ranking\":{\"places\":2,\"ties\":\"DENSE\"},\"trees\":[{\"groups\":[\"*\"],\"root\":{\"kind\":\"reference\",\"code\":\"r\",\"node\":\"r\"}}]}",
			"{\"ranking\":{\"places\":2,\"ties\":\"DENSE\"},\"trees\":[{\"groups\":[\"*\"],\"root\":{\"kind\":\"weightedSum\",\"code\":\"r\",\"parts\":[{\"kind\":\"constant\",\"code\":\"c\",\"value\":1,\"weight\":0}]}}]}" })
	void namesRulesThatCannotBeCounted(String rules) throws IOException {
		write("scheme.json", rules.startsWith("{") ? "{\"format\":\"pingyi-scheme/2\"," + rules.substring(1) : rules);
		write("runs/1/inputs.json", "{\"subjects\":[{\"unit\":\"A\",\"group\":\"g\",\"traits\":[]}]}");
		assertThat(verify()).isEqualTo(Command.ALTERED);
	}

	/** Holes in the numbers of the counts cost time. */
	@Test
	void answersACountOfAnyNumber() throws IOException {
		write("runs.csv",
				"run,scheme_version,counted_at,inputs_digest,outcome_digest\r\n999999999999999999,1,x,00,00\r\n");
		assertThat(verify()).isEqualTo(Command.ALTERED);
	}

	/** Holes in the positions cost no memory. */
	@Test
	void answersManyHolesInTheLogs() throws Exception {
		StringBuilder rows = new StringBuilder("position,receipt_hash,leaf\r\n");
		for (int row = 0; row < 1000; row++) {
			rows.append(row * 1_000_000L)
				.append(",")
				.append("00".repeat(32))
				.append(",")
				.append("00".repeat(32))
				.append("\r\n");
		}
		write("receipts.csv", rows.toString());
		Answer answer = fork();
		assertThat(answer.code()).as(answer.text()).isEqualTo(Command.ALTERED);
		assertThat(answer.text()).contains("receipts.csv");
	}

	/** A file that grows a thousandfold out of its ZIP is refused by its size. */
	@Test
	void refusesABomb() throws Exception {
		Path zip = this.folder.resolve("bomb.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (String file : List.of("cycle.csv", "key.txt", "checkpoints.txt", "runs.csv")) {
				out.putNextEntry(new ZipEntry(file));
				Files.copy(this.folder.resolve(file), out);
			}
			out.putNextEntry(new ZipEntry("scheme.json"));
			byte[] blanks = new byte[1 << 20];
			for (int megabyte = 0; megabyte < 400; megabyte++) {
				out.write(blanks);
			}
		}
		Answer answer = fork(zip);
		assertThat(answer.code()).as(answer.text()).isEqualTo(Command.UNREADABLE);
		assertThat(answer.text()).contains("scheme.json");
	}

	/** What fits in no memory is answered like what cannot be read. */
	@Test
	void answersInLittleMemory() throws Exception {
		try (Writer out = Files.newBufferedWriter(this.folder.resolve("runs/1/inputs.json"))) {
			out.write("{\"tallies\":[{}");
			for (int item = 0; item < 8_000_000; item++) {
				out.write(",{}");
			}
			out.write("]}");
		}
		Answer answer = fork();
		assertThat(answer.code()).as(answer.text()).isEqualTo(Command.UNREADABLE);
		assertThat(answer.text()).contains("runs/1/inputs.json");
	}

	private record Answer(int code, String text) {
	}

	private Answer fork() throws Exception {
		return fork(this.folder);
	}

	/** The command in a process of its own with 256 MB; it must end within 10 seconds. */
	private Answer fork(Path files) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp",
				System.getProperty("java.class.path"), "org.pingyi.PingyiApplication", "verify", files.toString(),
				"--lang", "en")
			.redirectErrorStream(true)
			.start();
		try (InputStream in = process.getInputStream()) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
			assertThat(text).doesNotContain("\tat ");
			return new Answer(process.exitValue(), text);
		}
	}

	private void assertUnreadable(String file) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int code = Command.run(List.of(this.folder.toString(), "--lang", "en"),
				new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("Cannot verify").contains(file);
		assertThat(code).isEqualTo(Command.UNREADABLE);
	}

	private int verify() {
		return Command.run(List.of(this.folder.toString(), "--lang", "en"),
				new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
	}

}
