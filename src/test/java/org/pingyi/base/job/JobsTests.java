package org.pingyi.base.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Jobs: ordered, done once by one node, whole or not at all, for their owner alone. */
@PingyiTest
class JobsTests {

	private final Jobs jobs;

	private final JobWorker worker;

	private final JobSteps steps;

	private final JobSweep sweep;

	private final JobSamples samples;

	private final LinesJob kind;

	private final Keys keys;

	private final Audit audit;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final Superuser superuser;

	private final TransactionTemplate transactions;

	private final MockMvcTester mvc;

	JobsTests(Jobs jobs, JobWorker worker, JobSteps steps, JobSweep sweep, JobSamples samples, LinesJob kind, Keys keys,
			Audit audit, TestClock clock, JdbcTemplate jdbc, Superuser superuser, TransactionTemplate transactions,
			MockMvcTester mvc) {
		this.jobs = jobs;
		this.worker = worker;
		this.steps = steps;
		this.sweep = sweep;
		this.samples = samples;
		this.kind = kind;
		this.keys = keys;
		this.audit = audit;
		this.clock = clock;
		this.jdbc = jdbc;
		this.superuser = superuser;
		this.transactions = transactions;
		this.mvc = mvc;
	}

	@BeforeEach
	void reset() {
		this.kind.before((run) -> {
		});
	}

	@Test
	void isDoneOnceAfterItWasLookedAtAndConfirmed() {
		UUID id = As.office(() -> this.jobs.prepare(order(3), "looked at\n".getBytes(StandardCharsets.UTF_8)));
		this.worker.runAll();
		assertThat(As.office(() -> this.jobs.prepared(id, LinesJob.CODE)).state()).isEqualTo(JobState.PREPARED);
		confirm(id);
		confirm(id);
		assertThat(state(id)).isEqualTo(JobState.WAITING);
		this.worker.runAll();
		Job done = As.office(() -> this.jobs.find(id));
		assertThat(done.state()).isEqualTo(JobState.DONE);
		assertThat(done.outcome()).isEqualTo(JobOutcome.of("job.count", 3));
		assertThat(this.samples.text(id)).isEqualTo("looked at\nline 1\nline 2\nline 3\n");
		confirm(id);
		this.worker.runAll();
		assertThat(this.jdbc.queryForObject("select starts from job_job", Integer.class)).isEqualTo(1);
		refused("job.confirmed", () -> this.jobs.prepared(id, LinesJob.CODE));
	}

	@Test
	void keepsALongResultEncryptedAndReadsItInParts() {
		UUID id = done(100_000);
		assertThat(this.jdbc.queryForObject("select count(*) from job_part", Integer.class)).isGreaterThan(3);
		assertThat(this.jdbc.queryForObject("select bool_or(position('line 1'::bytea in content) > 0) from job_part",
				Boolean.class))
			.isFalse();
		assertThat(this.samples.text(id)).startsWith("line 1\n").endsWith("line 100000\n").hasSize(1_088_895);
	}

	@Test
	void givesTheResultToItsOwnerAloneWhileTheyHaveTheRole() {
		UUID id = done(3);
		assertThat(page(id, user("office1").roles("OFFICE"))).isEqualTo(200);
		assertThat(page(id, user("office2").roles("OFFICE"))).isEqualTo(404);
		assertThat(page(id, user("office1").roles("HOTLINE"))).isEqualTo(404);
		for (String act : List.of("file", "erasure", "cancellation")) {
			assertThat(this.mvc.post()
				.uri("/desk/jobs/" + id + "/" + act)
				.with(user("office2").roles("OFFICE"))
				.with(csrf())).hasStatus(404);
		}
		assertThat(this.mvc.post().uri("/desk/jobs/" + id + "/file").with(office()).with(csrf())).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"lines.csv\"")
			.hasHeader("Content-Length", "21")
			.bodyText()
			.isEqualTo("line 1\nline 2\nline 3\n");
		assertThat(As.as("auditor1", () -> this.audit.search("job.taken", List.of(), 0, 5), "ROLE_AUDITOR").entries())
			.singleElement()
			.satisfies((link) -> assertThat(link.entry().subject()).isEqualTo("job:" + id));
	}

	@Test
	void erasesTheResultOnceItWasTakenWhereItsOwnerWantsThat() {
		UUID id = As.office(() -> this.jobs.prepare(order(3), new byte[0]));
		As.office(() -> {
			this.jobs.confirm(id, List.of("3"), true);
			return id;
		});
		this.worker.runAll();
		assertThat(this.keys.inUse("job-")).containsExactly("job-" + id);
		assertThat(this.mvc.post().uri("/desk/jobs/" + id + "/file").with(office()).with(csrf())).hasStatusOk()
			.bodyText()
			.endsWith("line 3\n");
		assertErased(id);
	}

	@Test
	void erasesTheResultWhenItsTimeIsOver() {
		UUID id = done(3);
		this.clock.advance(Duration.ofDays(7).minusMinutes(1));
		this.sweep.sweep();
		assertThat(this.samples.text(id)).hasSize(21);
		this.clock.advance(Duration.ofMinutes(2));
		this.sweep.sweep();
		assertErased(id);
		UUID looked = As.office(() -> this.jobs.prepare(order(3), new byte[] { 1 }));
		this.clock.advance(Duration.ofDays(61));
		this.sweep.sweep();
		refused("job.unknown", () -> this.jobs.find(id));
		refused("job.unknown", () -> this.jobs.find(looked));
	}

	private void assertErased(UUID id) {
		assertThat(this.jdbc.queryForObject("select count(*) from job_part", Integer.class)).isZero();
		assertThat(this.keys.isErased("job-" + id)).isTrue();
		refused("job.noResult", () -> this.jobs.take(id));
	}

	@Test
	void storesNothingOfWhatFailsOrIsCancelled() {
		this.kind.before((run) -> this.jdbc.update("insert into web_form_key values (gen_random_uuid(), now())"));
		assertThat(ended(0)).isEqualTo(JobOutcome.of("job.noResult"));
		this.kind.before((run) -> {
			throw new IllegalStateException("as planned");
		});
		assertThat(ended(3)).isEqualTo(JobOutcome.of("job.broken"));
		this.kind.before((run) -> this.jdbc.execute("select 1 / 0"));
		assertThat(ended(3)).isEqualTo(JobOutcome.of("job.broken"));
		this.kind.before((run) -> {
			cancel(run.id());
			this.clock.advance(Duration.ofSeconds(1));
			run.progress(3, 3);
		});
		assertThat(ended(3)).isEqualTo(JobOutcome.of("job.cancelled"));
		assertThat(this.jdbc.queryForObject(
				"select (select count(*) from job_part) + (select count(*) from web_form_key)", Integer.class))
			.isZero();
	}

	@Test
	void beginsAnewWhatANodeDidNotSurviveButNotForEver() {
		UUID id = As.office(() -> this.jobs.start(order(3)));
		assertThat(this.steps.begin(id)).isPresent();
		this.worker.runAll();
		assertThat(state(id)).isEqualTo(JobState.DONE);
		UUID fatal = As.office(() -> this.jobs.start(order(3)));
		for (int start = 0; start < 3; start++) {
			assertThat(this.steps.begin(fatal)).isPresent();
		}
		this.worker.runAll();
		assertThat(As.office(() -> this.jobs.find(fatal)).outcome()).isEqualTo(JobOutcome.of("job.gaveUp", 3));
	}

	@Test
	void leavesToAnotherNodeWhatThatWorksOn() {
		UUID id = As.office(() -> this.jobs.start(order(3)));
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended('job:' || ?, 0))", id.toString());
			Thread other = Thread.ofVirtual().start(this.worker::runAll);
			join(other);
			assertThat(state(id)).isEqualTo(JobState.WAITING);
		});
		this.worker.runAll();
		assertThat(state(id)).isEqualTo(JobState.DONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "owner = 'office2'", "parameters = '{4}'", "kind = 'job.other'" })
	void doesNothingOfWhatWasAlteredInTheDatabase(String altered) {
		UUID id = As.office(() -> this.jobs.prepare(order(3), new byte[0]));
		this.superuser.jdbc().execute("update job_job set state = 'WAITING'");
		this.worker.runAll();
		assertThat(state(id)).isEqualTo(JobState.FAILED);
		UUID other = As.office(() -> this.jobs.start(order(3)));
		this.superuser.jdbc().execute("update job_job set " + altered + " where state = 'WAITING'");
		this.worker.runAll();
		assertThat(this.jdbc.queryForList("select state from job_job where id = ?", String.class, other))
			.doesNotContain("DONE");
	}

	@Test
	void saysHowFarItIsAndWhatToDo() {
		assertThat(list()).contains("还没有后台任务");
		UUID id = As.office(() -> this.jobs.start(order(3)));
		assertThat(show(id)).contains("hx-trigger=\"every 1s\"", "排队中", "刷新", "取消任务");
		this.steps.begin(id);
		this.steps.note(id, 1, 3);
		assertThat(show(id)).contains("<progress", "value=\"1\"", "进行中 33%");
		this.worker.runAll();
		assertThat(show(id)).contains("已完成", "下载 lines.csv", "审计轨迹").doesNotContain("hx-trigger");
		assertThat(list()).contains("已完成", "/desk/jobs/" + id);
		assertThat(this.mvc.get().uri("/desk").with(office())).bodyText().contains("href=\"/desk/jobs\"");
	}

	private String list() {
		return text("/desk/jobs");
	}

	private String show(UUID id) {
		return text("/desk/jobs/" + id);
	}

	private String text(String address) {
		return new String(this.mvc.get().uri(address).with(office()).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
	}

	private int page(UUID id, RequestPostProcessor person) {
		return this.mvc.get().uri("/desk/jobs/" + id).with(person).exchange().getResponse().getStatus();
	}

	private UUID done(int lines) {
		UUID id = As.office(() -> this.jobs.start(order(lines)));
		this.worker.runAll();
		return id;
	}

	private JobOutcome ended(int lines) {
		UUID id = done(lines);
		return As.office(() -> this.jobs.find(id)).outcome();
	}

	private void confirm(UUID id) {
		As.office(() -> {
			this.jobs.confirm(id, List.of("3"), false);
			return id;
		});
	}

	private void cancel(UUID id) {
		As.office(() -> this.transactions.execute((status) -> {
			Thread other = Thread.ofVirtual().start(() -> As.office(() -> {
				this.jobs.cancel(id);
				return id;
			}));
			join(other);
			return id;
		}));
	}

	private static void join(Thread other) {
		try {
			other.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JobState state(UUID id) {
		return As.office(() -> this.jobs.find(id)).state();
	}

	private static JobOrder order(int lines) {
		return new JobOrder(LinesJob.CODE, "三行", "/desk", List.of(String.valueOf(lines)));
	}

	private static <T> void refused(String key, Supplier<T> act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(act))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo(key));
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

}
