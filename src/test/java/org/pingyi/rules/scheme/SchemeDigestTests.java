package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.TaskSource.Task;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A frozen scheme that a superuser of the database altered is refused whenever it is
 * loaded: unseen, a swapped weight would change the scores.
 */
@PingyiTest
class SchemeDigestTests {

	/** Review 70 and inspection 30 become 90 and 10. */
	private static final String SWAP = """
			update scheme_version set document = replace(replace(document, '"weight" : 30', '"weight" : 10'),
				'"weight" : 70', '"weight" : 90')""";

	private final Schemes schemes;

	private final SchemeRepository drafts;

	private final VersionRepository versions;

	private final SchemeTasks tasks;

	private final SchemeHealth health;

	private final SchemeSamples samples;

	private final Audit audit;

	private final Clock clock;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	SchemeDigestTests(Schemes schemes, SchemeRepository drafts, VersionRepository versions, SchemeTasks tasks,
			SchemeHealth health, SchemeSamples samples, Audit audit, Clock clock, Superuser superuser) {
		this.schemes = schemes;
		this.drafts = drafts;
		this.versions = versions;
		this.tasks = tasks;
		this.health = health;
		this.samples = samples;
		this.audit = audit;
		this.clock = clock;
		this.jdbc = superuser.jdbc();
		this.transactions = superuser.transactions();
	}

	@Test
	void refusesAWeightThatWasChangedInTheDatabase() {
		SchemeVersion frozen = this.samples.founding();
		alter();
		Schemes restarted = new Schemes(this.drafts, this.versions, this.audit, this.clock);
		assertRefused(() -> restarted.version(frozen.id()));
		assertRefused(() -> restarted.rules(frozen.id()));
		assertRefused(() -> restarted.versions());
		assertRefused(() -> restarted.document(frozen.id()));
		assertRefused(() -> this.schemes.document(frozen.id()));
	}

	private static void assertRefused(Runnable load) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(load::run)
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo("scheme.altered"));
	}

	/** What the office and whoever watches the server get to see. */
	@Test
	void warnsTheOfficeAndIsUnhealthy() {
		this.samples.founding();
		assertThat(As.office(this.tasks::tasks)).isEmpty();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		alter();
		assertThat(As.office(this.tasks::tasks)).extracting(Task::key).containsExactly("scheme.task.altered");
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
	}

	/** The control: read without its digest, the altered scheme scores otherwise. */
	@Test
	void wouldCountOtherwiseUnseen() {
		SchemeVersion frozen = this.samples.founding();
		alter();
		Rules altered = SchemeFile.read(this.schemes.storedDocument(frozen.id()));
		Inputs inputs = inputs();
		BigDecimal before = Scoring.score(frozen.rules(), inputs).scorecards().getFirst().score();
		BigDecimal after = Scoring.score(altered, inputs).scorecards().getFirst().score();
		assertThat(after).isNotEqualByComparingTo(before);
	}

	private void alter() {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.execute("set local session_replication_role = replica");
			assertThat(this.jdbc.update(SWAP)).isOne();
		});
	}

	/** Everybody is content, and the inspectors are not. */
	private static Inputs inputs() {
		List<Inputs.Tally> tallies = new ArrayList<>();
		Map.of("ONLINE", 1, "GRASSROOTS", 1, "LEADER", 1, "SUPERIOR", 1, "INSPECTION", 600).forEach((channel, code) -> {
			tallies.add(new Inputs.Tally("SWJ", channel, channel.toLowerCase(java.util.Locale.ROOT), 0, 0, 0, 20));
			for (int item = 1; item <= 6; item++) {
				tallies.add(new Inputs.Tally("SWJ", channel, channel.toLowerCase(java.util.Locale.ROOT), 0, item, code,
						20));
			}
		});
		return new Inputs(List.of(new Inputs.Subject("SWJ", "ADM", Set.of())), tallies, List.of(), List.of(), List.of(),
				List.of());
	}

}
