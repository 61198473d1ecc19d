package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;

/** What a node acknowledged outlives it in what it handed out. */
@PingyiTest
class AcceptedCountTests {

	private static final long CYCLE = 7;

	private final Signer signer;

	private final Cycles cycles;

	private final ApplicationEventPublisher events;

	@TempDir
	private Path folder;

	private CheckpointFile file;

	AcceptedCountTests(Signer signer, Cycles cycles, ApplicationEventPublisher events) {
		this.signer = signer;
		this.cycles = cycles;
		this.events = events;
	}

	@BeforeEach
	void open() {
		this.file = new CheckpointFile(path().toString());
	}

	private Path path() {
		return this.folder.resolve("checkpoints");
	}

	private AcceptedCounts node() {
		return new AcceptedCounts(this.signer, new CheckpointPublisher(this.file, ""), this.file, this.cycles,
				this.events);
	}

	@Test
	void addsUpWhatNodesHandedOut() {
		AcceptedCounts first = node();
		first.add(CYCLE, 3);
		first.handOut();
		first.add(CYCLE, 2);
		first.handOut();
		AcceptedCounts second = node();
		second.add(CYCLE, 4);
		assertThat(second.total(CYCLE)).isEqualTo(9);
		assertThat(second.total(CYCLE + 1)).isZero();
	}

	@Test
	void believesNoLineThatTheCityDidNotSign() throws IOException {
		AcceptedCounts node = node();
		node.add(CYCLE, 3);
		node.handOut();
		String line = Files.readString(path());
		Files.writeString(path(), line.replaceFirst(" 3 ", " 3000000 "));
		assertThat(node().total(CYCLE)).isZero();
		Files.writeString(path(), line);
		assertThat(node().total(CYCLE)).isEqualTo(3);
	}

	@Test
	void readsAFileThatIsTornInTheMiddleOfACharacter() throws IOException {
		AcceptedCounts node = node();
		node.add(CYCLE, 3);
		node.handOut();
		Files.write(path(), new byte[] { 'h', 'e', 'a', 'd', (byte) 0xE5, (byte) 0xB8 }, StandardOpenOption.APPEND);
		assertThat(node().total(CYCLE)).isEqualTo(3);
	}

	@Test
	void handsOutOnlyWhatIsNew() throws IOException {
		AcceptedCounts node = node();
		node.add(CYCLE, 3);
		node.handOut();
		node.handOut();
		assertThat(Files.readAllLines(path())).singleElement().asString().startsWith("accepted 7 ");
		assertThat(this.file.latest()).as("checkpoints of years").isEmpty();
	}

}
