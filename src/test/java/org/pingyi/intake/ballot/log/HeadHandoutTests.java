package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import static org.assertj.core.api.Assertions.assertThat;

/** The head of a year reaches whoever is to keep it, however long that cannot be. */
@PingyiTest
class HeadHandoutTests {

	private final ActRepository acts;

	private final CheckpointRepository checkpoints;

	private final Merkle merkle;

	private final Signer signer;

	private final Cycles cycles;

	private final CycleSamples samples;

	private final Superuser superuser;

	@TempDir
	private Path folder;

	private HttpServer receiver;

	private volatile int answer;

	/** What the receiver took. */
	private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

	private CycleHead head;

	HeadHandoutTests(ActRepository acts, CheckpointRepository checkpoints, Merkle merkle, Signer signer, Cycles cycles,
			CycleSamples samples, Superuser superuser) {
		this.acts = acts;
		this.checkpoints = checkpoints;
		this.merkle = merkle;
		this.signer = signer;
		this.cycles = cycles;
		this.samples = samples;
		this.superuser = superuser;
	}

	@BeforeEach
	void open() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/", (exchange) -> {
			String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			if (this.answer < 300) {
				this.taken.add(text);
			}
			exchange.sendResponseHeaders(this.answer, -1);
			exchange.close();
		});
		this.receiver.start();
		Cycle cycle = this.samples.opened();
		this.head = new CycleHead(cycle.id(), this.acts.head(cycle.id()).orElseThrow());
		fail();
	}

	@AfterEach
	void stop() {
		this.receiver.stop(0);
	}

	/** A file stands where the folder should be, and the receiver is out of order. */
	private void fail() throws IOException {
		Files.deleteIfExists(this.folder.resolve("kept/checkpoints"));
		Files.deleteIfExists(this.folder.resolve("kept"));
		Files.writeString(this.folder.resolve("kept"), "");
		this.answer = 500;
	}

	private void repair() throws IOException {
		Files.delete(this.folder.resolve("kept"));
		this.answer = 204;
	}

	private CheckpointPublisher publisher() {
		return new CheckpointPublisher(new CheckpointFile(path().toString()),
				"http://127.0.0.1:" + this.receiver.getAddress().getPort());
	}

	private HeadHandout node() {
		return new HeadHandout(publisher(), this.acts, this.checkpoints, this.merkle, this.signer, this.cycles);
	}

	private Path path() {
		return this.folder.resolve("kept/checkpoints");
	}

	@Test
	void handsAHeadOutUntilItIsKept() throws IOException {
		HeadHandout node = node();
		node.handOut();
		node.handOut();
		assertThat(this.taken).isEmpty();
		repair();
		node.handOut();
		node.handOut();
		assertThat(Files.readAllLines(path())).isEqualTo(this.head.lines());
		assertThat(this.taken).containsExactly(String.join("\n", this.head.lines()));
	}

	/** The control: what is handed out once is lost. */
	@Test
	void losesAHeadThatIsHandedOutOnce() throws IOException {
		CheckpointPublisher once = publisher();
		assertThat(once.file(this.head)).isFalse();
		assertThat(once.send(this.head)).isFalse();
		repair();
		assertThat(path()).doesNotExist();
		assertThat(this.taken).isEmpty();
	}

	/** The file tells what it keeps; nobody tells what the receiver does. */
	@Test
	void sendsAHeadOnceMoreAfterAStart() throws IOException {
		repair();
		node().handOut();
		node().handOut();
		assertThat(Files.readAllLines(path())).isEqualTo(this.head.lines());
		assertThat(this.taken).hasSize(2);
	}

	@Test
	void handsOutNoHeadThatWasAltered() throws IOException {
		repair();
		this.superuser.transactions().executeWithoutResult((status) -> {
			this.superuser.jdbc().execute("set local session_replication_role = replica");
			this.superuser.jdbc().update("update ballot_act set entry = replace(entry, 'SWJ', 'SWX')");
		});
		node().handOut();
		assertThat(path()).doesNotExist();
		assertThat(this.taken).isEmpty();
	}

}
