package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.CycleClosing;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationEventPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a node acknowledged outlives it in what it handed out. */
@PingyiTest
class AcceptedCountTests {

	private static final long CYCLE = 7;

	private final Signer signer;

	private final ActRepository acts;

	private final Cycles cycles;

	private final ApplicationEventPublisher events;

	@TempDir
	private Path folder;

	private CheckpointFile file;

	AcceptedCountTests(Signer signer, ActRepository acts, Cycles cycles, ApplicationEventPublisher events) {
		this.acts = acts;
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
		return node(this.file);
	}

	private AcceptedCounts node(CheckpointFile own, String... others) {
		return new AcceptedCounts(this.signer, new CheckpointPublisher(own, ""), new NodeFiles(own, List.of(others)),
				this.acts, this.cycles, this.events);
	}

	private static void acknowledge(AcceptedCounts node, long ballots) {
		node.add(CYCLE, ballots);
		node.handOut();
	}

	/** The control: without the setting what the other node acknowledged is not known. */
	@Test
	void addsUpTheFilesOfAllNodes() {
		String there = this.folder.resolve("nodes/2").toString();
		acknowledge(node(new CheckpointFile(there)), 4);
		acknowledge(node(), 3);
		assertThat(node().total(CYCLE)).as("the own file").isEqualTo(3);
		assertThat(node(this.file, there, path().toString()).total(CYCLE)).as("files").isEqualTo(7);
		assertThat(node(this.file, this.folder.resolve("nodes").toString()).total(CYCLE)).as("a folder").isEqualTo(7);
	}

	@Test
	void closesNothingWhereTheFileOfANodeIsNotThere() {
		String there = this.folder.resolve("2").toString();
		CycleClosing closing = new CycleClosing(CYCLE);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> node(this.file, there).onClosing(closing))
			.extracting(Refusal::key)
			.isEqualTo("ballot.nodeFileMissing");
		assertThat(node(this.file, there).total(CYCLE)).as("counters go on").isZero();
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
