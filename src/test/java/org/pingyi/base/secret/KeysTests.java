package org.pingyi.base.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;

import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Keys in two directories: the same for all nodes, missed when they are gone, and gone
 * for good when they were given up.
 */
@PingyiTest
@ExtendWith(OutputCaptureExtension.class)
class KeysTests {

	@TempDir
	private Path folder;

	private final KeyRepository repository;

	private final ErasureProof proof;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	private final TransactionTemplate transactions;

	private final Keys here;

	private KeyFolders folders;

	private Keys keys;

	KeysTests(KeyRepository repository, ErasureProof proof, TestClock clock, TransactionTemplate transactions,
			Keys here, JdbcTemplate jdbc) {
		this.proof = proof;
		this.jdbc = jdbc;
		this.repository = repository;
		this.clock = clock;
		this.transactions = transactions;
		this.here = here;
	}

	@BeforeEach
	void open() {
		this.folders = new KeyFolders(List.of(place("a").toString(), place("b").toString()));
		this.keys = new Keys(this.folders, this.repository, this.proof, this.clock);
	}

	@Test
	void makesAKeyOnceAndKeepsItInBothPlacesForItsOwnerAlone() throws IOException {
		byte[] key = create("box-1");
		assertThat(key).hasSize(32).isEqualTo(create("box-1")).isNotEqualTo(create("box-2"));
		for (String place : List.of("a", "b")) {
			Path file = place(place).resolve("box-1");
			assertThat(file).hasContent(HexFormat.of().formatHex(key));
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place(place))))
				.isEqualTo("rwx------");
			assertThat(place(place).resolve(KeyFolder.MARK)).exists();
			assertThat(new KeyFolder(place(place)).names()).containsExactlyInAnyOrder("box-1", "box-2");
		}
	}

	@Test
	void givesAllNodesTheSameKeyHoweverManyAskAtOnce() throws Exception {
		Set<String> keys = new HashSet<>();
		try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
			List<Callable<byte[]>> asking = IntStream.range(0, 8)
				.mapToObj((node) -> (Callable<byte[]>) () -> this.here.create("box-7"))
				.toList();
			for (Future<byte[]> key : nodes.invokeAll(asking)) {
				keys.add(HexFormat.of().formatHex(key.get()));
			}
		}
		assertThat(keys).hasSize(1);
	}

	/** What two nodes without a common database would do at worst. */
	@Test
	void neverReplacesAKeyThatLiesThere() throws Exception {
		Set<String> keys = new HashSet<>();
		String name = "race-" + UUID.randomUUID();
		try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
			List<Callable<byte[]>> asking = IntStream.range(0, 8)
				.mapToObj((node) -> (Callable<byte[]>) () -> this.folders.create(name))
				.toList();
			for (Future<byte[]> key : nodes.invokeAll(asking)) {
				keys.add(HexFormat.of().formatHex(key.get()));
			}
		}
		assertThat(keys).hasSize(1);
		assertThat(this.folders.all())
			.allMatch((place) -> keys.contains(HexFormat.of().formatHex(place.read(name).orElseThrow())));
	}

	@Test
	void refusesTheStartWithoutADirectory() {
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> new KeyFolders(List.of(" ")))
			.withMessageContaining("PINGYI_KEYS");
	}

	@Test
	void refusesTheStartWhenAKeyIsInNoPlaceOrAnotherOneIs() throws IOException {
		create("box-1");
		assertThatNoException().isThrownBy(this::start);
		replace("a");
		assertThatNoException().as("one right copy is enough").isThrownBy(this::start);
		replace("b");
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::start).withMessageContaining("box-1");
		Files.delete(place("a").resolve("box-1"));
		Files.delete(place("b").resolve("box-1"));
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::start).withMessageContaining("box-1");
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> this.keys.find("box-1"));
	}

	@Test
	void bringsAMissingCopyBack() throws IOException {
		byte[] key = create("box-1");
		KeyCheck check = start();
		Files.delete(place("a").resolve("box-1"));
		check.check();
		assertThat(place("a").resolve("box-1")).hasContent(HexFormat.of().formatHex(key));
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void isNotReadyWhileAPlaceFailsAndSaysWhich() throws IOException {
		create("box-1");
		KeyCheck check = start();
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
		replace("b");
		check.check();
		assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(check.health().getDetails().toString()).contains("box-1", place("b").toString())
			.doesNotContain(place("a").toString());
		Files.delete(place("b").resolve("box-1"));
		check.check();
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
		Files.move(place("b"), this.folder.resolve("lost"));
		check.check();
		assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void erasesAKeyForGoodWhereverACopyTurnsUpAgain() throws IOException {
		byte[] key = create("box-1");
		KeyCheck check = start();
		Path copy = Files.copy(place("a").resolve("box-1"), this.folder.resolve("copy"));
		this.transactions.executeWithoutResult((status) -> this.keys.erase("box-1"));
		assertThat(this.folders.all()).allMatch((place) -> place.names().isEmpty());
		assertThat(this.keys.find("box-1")).isEmpty();
		assertThat(this.keys.isErased("box-1")).isTrue();
		assertThat(this.keys.inUse("box-")).isEmpty();
		assertThatExceptionOfType(KeyErased.class).isThrownBy(() -> create("box-1"));
		Files.move(copy, place("b").resolve("box-1"));
		assertThat(place("b").resolve("box-1")).hasContent(HexFormat.of().formatHex(key));
		check.check();
		assertThat(place("b").resolve("box-1")).doesNotExist();
		assertThatNoException().isThrownBy(this::start);
	}

	/**
	 * One statement of SQL, by the application's own role, erases no key, not even with
	 * the proof of another one. The control is the act.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "checkpoint", "pseudonym-7", "close-7", "box-1" })
	void keepsTheKeyThatNoActGivesUp(String name) throws IOException {
		byte[] key = create(name);
		create("box-9");
		KeyCheck check = start();
		this.transactions.executeWithoutResult((status) -> this.keys.erase("box-9"));
		this.jdbc.update("""
				update secret_key set erased_on = given.erased_on, erasure = given.erasure
				from (select * from secret_key where name = 'box-9') given where secret_key.name = ?""", name);
		check.check();
		assertThat(place("a").resolve(name)).hasContent(HexFormat.of().formatHex(key));
		assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(check.health().getDetails().toString()).contains(name).doesNotContain("box-9");
		this.jdbc.update("update secret_key set erased_on = null where name = ?", name);
		check.check();
		assertThat(check.health().getStatus()).as("once it is put right").isEqualTo(Status.UP);
		this.transactions.executeWithoutResult((status) -> this.keys.erase(name));
		assertThat(place("a").resolve(name)).doesNotExist();
	}

	/** Signing with another key would void every signature of the city. */
	@Test
	void startsNotWithoutTheKeyThatSigns() {
		create("checkpoint");
		start();
		this.jdbc.update("update secret_key set erased_on = current_date where name = 'checkpoint'");
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(this::start).withMessageContaining("checkpoint");
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> this.keys.find("checkpoint"));
	}

	/** What lies under a volume that is not mounted is an empty directory. */
	@Test
	void writesNothingIntoADirectoryThatIsNotMounted() throws IOException {
		create("box-1");
		Files.move(place("a"), this.folder.resolve("volume"));
		Files.createDirectory(place("a"));
		open();
		KeyCheck check = start();
		assertThatExceptionOfType(KeysRefused.class).isThrownBy(() -> create("box-2"))
			.withMessageContaining(place("a").toString());
		assertThat(files("a")).isEmpty();
		assertThat(check.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(check.health().getDetails().toString()).contains(place("a").toString(), KeyFolder.MARK);
	}

	@Test
	void makesNoDirectoryThatIsMissing() throws IOException {
		create("box-1");
		Files.move(place("a"), this.folder.resolve("volume"));
		open();
		assertThat(start().health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(place("a")).doesNotExist();
	}

	/** The control: whoever runs the city says that it belongs here. */
	@Test
	void fillsADirectoryThatWasMarked() throws IOException {
		byte[] key = create("box-1");
		Files.move(place("a"), this.folder.resolve("lost"));
		Files.createDirectory(place("a"));
		KeyCheck check = start();
		Files.createFile(place("a").resolve(KeyFolder.MARK));
		check.check();
		assertThat(place("a").resolve("box-1")).hasContent(HexFormat.of().formatHex(key));
		assertThat(check.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void marksDirectoriesThatHoldKeysFromBeforeThereWereMarks() throws IOException {
		create("box-1");
		Files.delete(place("a").resolve(KeyFolder.MARK));
		Files.delete(place("b").resolve(KeyFolder.MARK));
		replace("b");
		open();
		assertThat(place("a").resolve(KeyFolder.MARK)).exists();
		assertThat(place("b").resolve(KeyFolder.MARK)).as("another city's, or altered").doesNotExist();
	}

	/** A directory under the name of a key is what reading fails at. */
	@Test
	void findsTheGoodCopyThoughTheOtherPlaceCannotBeRead() throws IOException {
		byte[] key = create("box-1");
		Files.delete(place("a").resolve("box-1"));
		Files.createDirectory(place("a").resolve("box-1"));
		assertThat(this.keys.find("box-1")).contains(key);
		assertThat(start().health().getStatus()).isEqualTo(Status.DOWN);
		Files.delete(place("b").resolve("box-1"));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.keys.find("box-1"));
	}

	@Test
	void logsAFaultOnceAndARecoveryAsNoError(CapturedOutput output) throws IOException {
		create("box-1");
		KeyCheck check = start();
		Files.move(place("a"), this.folder.resolve("lost"));
		check.check();
		check.check();
		Files.move(this.folder.resolve("lost"), place("a"));
		check.check();
		assertThat(errors(output)).filteredOn((line) -> line.contains(place("a").toString())).hasSize(1);
		assertThat(errors(output)).noneMatch((line) -> line.contains("all is well again"));
		assertThat(output).contains("all is well again");
	}

	private static List<String> errors(CapturedOutput output) {
		return output.getOut().lines().filter((line) -> line.contains("ERROR")).toList();
	}

	/** Another name of the same file sees that its content was overwritten. */
	@Test
	void overwritesWhatItDeletes() throws IOException {
		byte[] key = create("box-1");
		Path same = Files.createLink(this.folder.resolve("same"), place("a").resolve("box-1"));
		assertThat(same).hasContent(HexFormat.of().formatHex(key));
		this.transactions.executeWithoutResult((status) -> this.keys.erase("box-1"));
		assertThat(Files.readAllBytes(same)).containsOnly(0);
	}

	/**
	 * A name that leads through a directory that is not there, for want of a full disk.
	 */
	@Test
	void leavesNoDraftBehindWhenWritingFails() throws IOException {
		Files.createDirectories(place("a").resolve(".x"));
		KeyFolder folder = this.folders.all().getFirst();
		Set<String> before = files("a");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> folder.write("x/../box-1", new byte[32]));
		assertThat(files("a")).isEqualTo(before);
	}

	@Test
	void erasesAKeyInTheOtherPlaceWhenOneFails() throws IOException {
		create("box-1");
		Files.move(place("a"), this.folder.resolve("lost"));
		this.transactions.executeWithoutResult((status) -> this.keys.erase("box-1"));
		assertThat(place("b").resolve("box-1")).doesNotExist();
		KeyCheck check = start();
		Files.move(this.folder.resolve("lost"), place("a"));
		assertThat(place("a").resolve("box-1")).exists();
		check.check();
		assertThat(place("a").resolve("box-1")).doesNotExist();
	}

	private Set<String> files(String place) throws IOException {
		try (Stream<Path> files = Files.list(place(place))) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}

	@Test
	void keepsAKeyWhoseErasureWasRolledBack() {
		byte[] key = create("box-1");
		this.transactions.executeWithoutResult((status) -> {
			this.keys.erase("box-1");
			status.setRollbackOnly();
		});
		assertThat(this.keys.find("box-1")).contains(key);
	}

	private byte[] create(String name) {
		return this.transactions.execute((status) -> this.keys.create(name));
	}

	private KeyCheck start() {
		KeyCheck check = new KeyCheck(this.folders, this.repository, this.proof);
		check.afterSingletonsInstantiated();
		return check;
	}

	private void replace(String place) throws IOException {
		Files.writeString(place(place).resolve("box-1"), "0".repeat(64) + "\n");
	}

	private Path place(String name) {
		return this.folder.resolve("keys").resolve(name);
	}

}
