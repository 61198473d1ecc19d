package org.pingyi.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.NationalCityTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year in a city under SM2, SM3 and SM4, from the votes to the files: they verify
 * without the server, and what a superuser altered is named.
 */
@NationalCityTest
class NationalYearTests {

	private static final Set<Check> ALL = EnumSet.allOf(Check.class);

	private static final Map<String, Check> ALTERATIONS = Map.of(
			"update ballot_sealed set a1 = a1 + 1 where position = 6", Check.BALLOTS,
			"update ballot_receipt set receipt_hash = sha256('x') where position = 6", Check.RECEIPTS,
			"update ballot_act set entry = entry || 'x' where position = 1", Check.ACTS,
			"update ballot_node set hash = sha256('x') where log = 1 and level = 2 and index = 3", Check.NODES,
			"update ballot_checkpoint set receipts_root = sha256('x')", Check.SIGNATURES,
			"update ballot_checkpoint set signature = signature || '\\x00'", Check.SIGNATURES,
			"update ballot_sealed set unit_id = unit_id, leaf = sha256('x') where position = 0", Check.ROOTS,
			"delete from ballot_sealed where position = (select max(position) from ballot_sealed)", Check.LENGTH,
			"delete from ballot_checkpoint where size = (select min(size) from ballot_checkpoint where size > 0)",
			Check.KEPT);

	private final VerifiedYear year;

	private final BallotSamples ballots;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	@TempDir
	private Path folder;

	NationalYearTests(VerifiedYear year, BallotSamples ballots, CycleSamples cycles, UnitSamples units,
			Superuser superuser) {
		this.year = year;
		this.ballots = ballots;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
		this.transactions = superuser.transactions();
	}

	@Test
	void verifiesOfflineAndNamesWhatWasAltered() {
		Cycle cycle = this.year.published(7);
		Path file = this.year.auditFiles(cycle, this.folder);
		List<String> kept = new ArrayList<>(lines(file, "checkpoints.txt"));
		kept.add("key " + lines(file, "key.txt").getFirst());
		kept.add(this.year.trailLine());
		assertThat(lines(file, "key.txt")).singleElement().asString().matches("national 04[0-9a-f]{128}");
		Report audit = VerifiedYear.verify(file, kept, ALL);
		assertThat(audit.findings()).isEmpty();
		assertThat(Stream.of(Check.values()).filter((check) -> !audit.wasDone(check))).as("checks not made").isEmpty();
		assertThat(VerifiedYear.verify(this.year.publishedFiles(cycle, this.folder), kept, ALL).findings()).isEmpty();
		assertThat(command(file)).contains("没有发现改动");
		ALTERATIONS
			.forEach((sql, check) -> assertThat(VerifiedYear.verify(altered(cycle, sql), kept, ALL).findings()).as(sql)
				.anyMatch((finding) -> finding.check() == check));
	}

	/** The proof that it is not the other suite under another name. */
	@Test
	void hashesReceiptsWithSm3() {
		Cycle cycle = this.cycles.opened();
		String receipt = this.ballots.vote(cycle.id(), "ONLINE", this.units.waterBureau().id(), 5, 1)
			.getFirst()
			.code()
			.replace("-", "");
		this.cycles.close(cycle);
		assertThat(stored(sm3(receipt))).isTrue();
		assertThat(stored(Sha256.of(receipt.getBytes(StandardCharsets.US_ASCII)))).isFalse();
	}

	private boolean stored(byte[] hash) {
		return this.jdbc.queryForObject("select exists (select from ballot_receipt where receipt_hash = ?)",
				Boolean.class, (Object) hash);
	}

	private static byte[] sm3(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		SM3Digest digest = new SM3Digest();
		digest.update(bytes, 0, bytes.length);
		byte[] hash = new byte[32];
		digest.doFinal(hash, 0);
		return hash;
	}

	private Path altered(Cycle cycle, String sql) {
		return this.transactions.execute((status) -> {
			this.jdbc.execute("set local session_replication_role = replica");
			assertThat(this.jdbc.update(sql)).as(sql).isPositive();
			Path download = this.year.auditFiles(cycle, this.folder);
			status.setRollbackOnly();
			return download;
		});
	}

	private static List<String> lines(Path file, String name) {
		try (Folder files = Folder.open(file)) {
			return files.lines(name);
		}
	}

	private static String command(Path file) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(Command.run(List.of(file.toString(), "--lang", "zh"),
				new PrintStream(out, true, StandardCharsets.UTF_8)))
			.isEqualTo(Command.CLEAN);
		return out.toString(StandardCharsets.UTF_8);
	}

}
