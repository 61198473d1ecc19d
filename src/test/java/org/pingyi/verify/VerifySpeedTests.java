package org.pingyi.verify;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a year of many ballots takes to verify, beside a hash over the same files; it
 * asserts on no time:
 * {@code ./mvnw test -Dtest=VerifySpeedTests -Dverify.ballots=2000000}.
 */
@EnabledIfSystemProperty(named = "verify.ballots", matches = "\\d+")
class VerifySpeedTests {

	private static final int BALLOTS = Integer.getInteger("verify.ballots", 0);

	private static final HexFormat HEX = HexFormat.of();

	private final Random random = new Random(15);

	@TempDir
	private Path folder;

	@Test
	void verifiesManyBallots() throws IOException {
		Files.writeString(this.folder.resolve("cycle.csv"), "id,code,name,phase\r\n1,2026,2026,CLOSED\r\n");
		Files.writeString(this.folder.resolve("key.txt"),
				"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\n");
		Files.writeString(this.folder.resolve("checkpoints.txt"), "");
		List<byte[]> ballots = leaves("ballots.csv",
				"position,channel,unit,unit_code,rater_class,signals,a1,a2,a3,a4,leaf", this::ballot);
		List<byte[]> receipts = leaves("receipts.csv", "position,receipt_hash,leaf", this::receipt);
		try (BufferedWriter out = Files.newBufferedWriter(this.folder.resolve("nodes.csv"))) {
			out.write("log,level,index,hash\r\n");
			nodes(out, 0, ballots);
			nodes(out, 1, receipts);
		}
		ballots.clear();
		receipts.clear();
		System.gc();
		pools().forEach(MemoryPoolMXBean::resetPeakUsage);
		long start = System.nanoTime();
		Report report;
		try (Folder files = Folder.open(this.folder)) {
			report = new Verification(files, List.of(), EnumSet.allOf(Check.class)).run();
		}
		long end = System.nanoTime();
		long hashed = hashed();
		long last = System.nanoTime();
		System.out.printf("%d ballots, %d MB: verified in %d ms, hashed in %d ms, most memory %d MB%n", BALLOTS,
				hashed >> 20, (end - start) / 1_000_000, (last - end) / 1_000_000,
				pools().mapToLong((pool) -> pool.getPeakUsage().getUsed()).sum() >> 20);
		assertThat(report.done(Check.BALLOTS)).isEqualTo(BALLOTS);
		assertThat(report.done(Check.NODES)).isBetween(BALLOTS * 2L - 64, BALLOTS * 2L);
		EnumSet.of(Check.BALLOTS, Check.RECEIPTS, Check.NODES)
			.forEach((check) -> assertThat(report.findings(check)).isEmpty());
	}

	/** A line of a table without its leaf, and what is hashed into the leaf. */
	private record Line(String cells, byte[] entry) {
	}

	private interface Lines {

		Line at(int position);

	}

	private Line ballot(int position) {
		long answers = 0;
		for (int item = 0; item < 5; item++) {
			answers |= (2L + this.random.nextInt(5)) << (10 * item);
		}
		int unit = 1 + this.random.nextInt(1000);
		int signals = this.random.nextInt(50) == 0 ? 1 : 0;
		String cells = "%d,ONLINE,%d,W%d,citizen,%d,%d,0,0,0".formatted(position, unit, unit, signals, answers);
		String entry = "pingyi-ballot/1|1|%d|ONLINE|%d|citizen|%d|%d|0|0|0".formatted(position, unit, signals, answers);
		return new Line(cells, entry.getBytes(StandardCharsets.UTF_8));
	}

	private Line receipt(int position) {
		byte[] hash = new byte[32];
		this.random.nextBytes(hash);
		return new Line(position + "," + HEX.formatHex(hash), hash);
	}

	private List<byte[]> leaves(String file, String header, Lines lines) throws IOException {
		List<byte[]> leaves = new ArrayList<>();
		try (BufferedWriter out = Files.newBufferedWriter(this.folder.resolve(file))) {
			out.write(header + "\r\n");
			for (int position = 0; position < BALLOTS; position++) {
				Line line = lines.at(position);
				byte[] leaf = Suite.INTERNATIONAL.leaf(line.entry());
				leaves.add(leaf);
				out.write(line.cells() + "," + HEX.formatHex(leaf) + "\r\n");
			}
		}
		return leaves;
	}

	private static void nodes(BufferedWriter out, int log, List<byte[]> leaves) throws IOException {
		List<byte[]> below = leaves;
		for (int level = 1; below.size() > 1; level++) {
			List<byte[]> nodes = new ArrayList<>();
			for (int index = 0; index < below.size() / 2; index++) {
				byte[] node = Suite.INTERNATIONAL.node(below.get(2 * index), below.get(2 * index + 1));
				nodes.add(node);
				out.write(log + "," + level + "," + index + "," + HEX.formatHex(node) + "\r\n");
			}
			below = nodes;
		}
	}

	/** Bytes of all files, read as a checksum does. */
	private long hashed() throws IOException {
		MessageDigest digest = Sha256.digest();
		long bytes = 0;
		byte[] buffer = new byte[1 << 16];
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				try (InputStream in = Files.newInputStream(file)) {
					for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
						digest.update(buffer, 0, read);
						bytes += read;
					}
				}
			}
		}
		return bytes;
	}

	private static Stream<MemoryPoolMXBean> pools() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter((pool) -> pool.getType() == MemoryType.HEAP);
	}

}
