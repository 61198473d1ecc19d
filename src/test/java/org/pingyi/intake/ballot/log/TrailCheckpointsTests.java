package org.pingyi.intake.ballot.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.ChainState;
import org.pingyi.base.audit.KeptEntry;
import org.pingyi.base.audit.TrailChecks;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A trail that was shortened or rewritten, well chained, meets what was kept of it. */
@PingyiTest
class TrailCheckpointsTests {

	private static final int ACTS = 20;

	private final Audit audit;

	private final TrailChecks checks;

	private final Signer signer;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	@TempDir
	private Path folder;

	private TrailCheckpoints checkpoints;

	TrailCheckpointsTests(Audit audit, TrailChecks checks, Signer signer, TransactionTemplate transactions,
			Superuser superuser) {
		this.audit = audit;
		this.checks = checks;
		this.signer = signer;
		this.transactions = transactions;
		this.superuser = superuser;
	}

	@BeforeEach
	void act() {
		CheckpointFile file = new CheckpointFile(path().toString());
		this.checkpoints = new TrailCheckpoints(this.audit, this.signer, new CheckpointPublisher(file, ""), file);
		for (int act = 0; act < ACTS; act++) {
			this.transactions.executeWithoutResult((status) -> this.audit.record("unit.registered", "unit:SWJ", ""));
		}
	}

	@Test
	void namesEntriesThatWereDeletedWithTheChainComputedAnew() {
		this.checkpoints.sign();
		assertThat(verify(this.checkpoints.entries())).isEqualTo(new ChainState(ACTS, 0, 0));
		tamper("delete from audit_entry where id between 5 and 12");
		assertThat(verify(this.checkpoints.entries())).isEqualTo(new ChainState(ACTS - 8, 0, ACTS));
		assertThat(verify(List.of())).as("with nothing kept").isEqualTo(new ChainState(ACTS - 8, 0, 0));
	}

	/** What is signed after the rewriting does not hide what was signed before. */
	@Test
	void namesAnEntryThatWasRewrittenAndSignedAgain() {
		this.checkpoints.sign();
		tamper("update audit_entry set actor = 'nobody' where id = 3");
		this.checkpoints.sign();
		assertThat(this.checkpoints.entries()).hasSize(2).extracting(KeptEntry::id).containsOnly((long) ACTS);
		assertThat(verify(this.checkpoints.entries())).isEqualTo(new ChainState(ACTS, 0, ACTS));
	}

	@Test
	void signsEvenWhenNothingHappened() throws Exception {
		this.checkpoints.sign();
		this.checkpoints.sign();
		assertThat(Files.readAllLines(path())).hasSize(2).allMatch((line) -> line.startsWith("trail " + ACTS + " "));
		assertThat(new CheckpointFile(path().toString()).latest()).as("checkpoints of years").isEmpty();
	}

	private Path path() {
		return this.folder.resolve("checkpoints");
	}

	private ChainState verify(List<KeptEntry> kept) {
		return As.as("auditor1", () -> this.checks.verify(kept), "ROLE_AUDITOR");
	}

	private void tamper(String sql) {
		JdbcTemplate jdbc = this.superuser.jdbc();
		this.superuser.transactions().executeWithoutResult((status) -> {
			jdbc.execute("set local session_replication_role = replica");
			jdbc.execute(text());
			jdbc.execute(sql);
			jdbc.execute("""
					update audit_entry e set id = r.place
					from (select id, row_number() over (order by id) as place from audit_entry) r where r.id = e.id""");
			jdbc.execute("select pg_temp.rechain()");
			jdbc.execute("""
					alter table audit_entry add constraint audit_entry_previous_hash_key unique (previous_hash),
						add constraint audit_entry_hash_key unique (hash)""");
		});
	}

	private static String text() {
		try {
			return Files.readString(new ClassPathResource("verify/tampering.sql").getFile().toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
