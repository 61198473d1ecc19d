package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command says in plain words what it found, and ends with a number for scripts. */
class CommandTests {

	private static final String KEY = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@Test
	void saysThatNearlyEverythingIsMissing() throws IOException {
		write("");
		assertThat(verify(this.folder.toString())).isEqualTo(Command.INCOMPLETE);
		assertThat(text()).contains("评议核验：2026年度", "缺少 acts.csv", "缺少 receipts.csv", "缺少 counted.csv",
				"未核验，没有 ballots.csv");
		assertThat(text()).doesNotContain("没有发现改动");
	}

	/** Whoever makes up all files signs them with a key of their own. */
	@Test
	void comparesTheKeyWithTheOneThatIsKnown() throws IOException {
		write("");
		assertThat(verify(this.folder.toString(), "--key", KEY)).isEqualTo(Command.INCOMPLETE);
		assertThat(text()).contains(KEY);
		assertThat(verify(this.folder.toString(), "--key", "00" + KEY.substring(2), "--lang", "en"))
			.isEqualTo(Command.ALTERED);
		assertThat(text()).contains("The key in these files is not the one that was given");
		Path kept = Files.writeString(this.folder.resolve("kept"), "key 00\n");
		assertThat(verify(this.folder.toString(), kept.toString())).isEqualTo(Command.ALTERED);
	}

	@Test
	void saysThatTheKeyCameWithTheFiles() throws IOException {
		write("");
		verify(this.folder.toString(), "--lang", "en");
		assertThat(text()).contains("Key of the city as these files give it: " + KEY, "Key of the city: not verified");
	}

	@Test
	void namesAForgedCheckpointInEnglish() throws IOException {
		write("1 5 " + "00".repeat(32) + " " + "00".repeat(32) + " " + "00".repeat(64) + "\n");
		assertThat(verify(this.folder.toString(), "--lang", "en")).isEqualTo(Command.ALTERED);
		assertThat(text()).contains("ALTERED", "The checkpoint of size 5 is not signed with the published key");
	}

	@Test
	void saysWhatItCannotRead() throws IOException {
		write("");
		Files.writeString(this.folder.resolve("tallies.csv"),
				"channel,unit,unit_code,rater_class,signals,item,code,count\r\nA,1,B,C,0,0,0,x\r\n");
		assertThat(verify(this.folder.toString(), "--lang", "en")).isEqualTo(Command.UNREADABLE);
		assertThat(text()).contains("tallies.csv, line 2", "count");
		assertThat(verify(this.folder.resolve("nothing").toString())).isEqualTo(Command.UNREADABLE);
		assertThat(verify()).isEqualTo(Command.UNREADABLE);
	}

	@Test
	void namesTheLineThatIsNotUtf8() throws IOException {
		write("");
		byte[] kept = "key 00\n检查点\n".getBytes(Charset.forName("GB18030"));
		Path file = Files.write(this.folder.resolve("kept"), kept);
		assertThat(verify(this.folder.toString(), file.toString(), "--lang", "en")).isEqualTo(Command.UNREADABLE);
		assertThat(text()).contains("kept, line 2", "UTF-8");
		Files.write(this.folder.resolve("checkpoints.txt"), "\n\n检查点".getBytes(Charset.forName("GB18030")));
		assertThat(verify(this.folder.toString(), "--lang", "en")).isEqualTo(Command.UNREADABLE);
		assertThat(text()).contains("checkpoints.txt, line 3");
	}

	private void write(String checkpoints) throws IOException {
		Files.writeString(this.folder.resolve("cycle.csv"), "id,code,name,phase\r\n1,2026,\"2026年度\",CLOSED\r\n");
		Files.writeString(this.folder.resolve("key.txt"), KEY + "\n");
		Files.writeString(this.folder.resolve("checkpoints.txt"), checkpoints);
	}

	private int verify(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		if (!all.contains("--lang")) {
			all.addAll(List.of("--lang", "zh"));
		}
		return Command.run(all, new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String text() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
