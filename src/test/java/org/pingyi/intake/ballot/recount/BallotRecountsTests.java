package org.pingyi.intake.ballot.recount;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office has a closed year counted again from its ballots. */
@PingyiTest
class BallotRecountsTests {

	private static final String PAGE = "/desk/cycles/2026/recounts";

	private static final int SIGNALS = 3;

	private final BallotRecounts recounts;

	private final RecountJob job;

	private final RecountRepository repository;

	private final BallotSamples samples;

	private final Ballots ballots;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final Superuser superuser;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final MockMvcTester mvc;

	private Cycle cycle;

	private long unit;

	BallotRecountsTests(BallotRecounts recounts, RecountJob job, RecountRepository repository, BallotSamples samples,
			Ballots ballots, CycleSamples cycles, UnitSamples units, Superuser superuser, JdbcTemplate jdbc,
			TransactionTemplate transactions, MockMvcTester mvc) {
		this.recounts = recounts;
		this.job = job;
		this.repository = repository;
		this.samples = samples;
		this.ballots = ballots;
		this.cycles = cycles;
		this.units = units;
		this.superuser = superuser;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.mvc = mvc;
	}

	/** 20 ballots in three histograms, of channels with few and with many items. */
	@BeforeEach
	void vote() {
		this.cycle = this.cycles.opened();
		this.unit = this.units.waterBureau().id();
		this.samples.vote(this.cycle.id(), "ONLINE", this.unit, 9, 2);
		this.samples.vote(this.cycle.id(), "WINDOW", this.unit, 7, 1);
		for (int ballot = 0; ballot < 4; ballot++) {
			Submission plain = this.samples.submission(this.cycle.id(), "ONLINE", this.unit, 1 + ballot);
			this.ballots.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, SIGNALS));
		}
	}

	private void close() {
		this.cycle = this.cycles.close(this.cycle);
	}

	private boolean start() {
		return As.office(() -> this.recounts.start(this.cycle.id()));
	}

	private BallotRecount newest() {
		return As.office(() -> this.recounts.of(this.cycle.id())).getFirst();
	}

	private BallotRecount counted() {
		start();
		this.job.goOn();
		return newest();
	}

	private List<DifferingBar> differing(BallotRecount recount) {
		return As.office(() -> this.recounts.differing(recount));
	}

	private MvcTestResult page(String role) {
		return this.mvc.get().uri(PAGE).with(user("office1").roles(role)).exchange();
	}

	private List<String> trail() {
		return this.jdbc.queryForList("""
				select act || ' ' || actor || ' ' || detail from audit_entry
				where act like 'ballot.recount%' order by id""", String.class);
	}

	@Test
	void agreesWithTheTalliesAndTellsTheTrail() {
		close();
		assertThat(page("OFFICE")).hasStatusOk().bodyText().contains("还没有清点过");
		assertThat(this.mvc.post().uri(PAGE).with(user("office2").roles("OFFICE")).with(csrf()).exchange())
			.hasRedirectedUrl(PAGE);
		assertThat(page("OFFICE")).hasStatusOk().bodyText().contains("已清点 0 张，共 20 张", "every 2s");
		this.job.goOn();
		assertThat(newest()).returns(20L, BallotRecount::ballots)
			.returns(true, BallotRecount::agrees)
			.returns("office2", BallotRecount::startedBy);
		assertThat(page("OFFICE")).hasStatusOk()
			.bodyText()
			.contains("与统计完全一致", "office2")
			.doesNotContain("every 2s", "??", "与统计不符");
		assertThat(trail()).containsExactly("ballot.recountStarted office2 ",
				"ballot.recounted office2 ballots 20, signed 20, differing 0");
		assertThat(
				this.mvc.get().uri("/desk/participation?cycle=2026").with(user("office1").roles("OFFICE")).exchange())
			.bodyText()
			.contains(PAGE);
	}

	/**
	 * A bar changed, one taken out and one made up: each with what is said and what is.
	 */
	@Test
	void namesTheBarsThatTheBallotsDoNotGive() {
		close();
		JdbcTemplate database = this.superuser.jdbc();
		database.update("""
				update ballot_tally set count = 70 where channel = 'WINDOW' and item = 2 and code = 1 and count = 7""");
		database.update("delete from ballot_tally where signals = ? and item = 1 and code = 4", SIGNALS);
		database.update("""
				insert into ballot_tally (cycle_id, channel, unit_id, rater_class, signals, item, code, count)
				values (?, 'ONLINE', ?, 'nobody', 0, 24, 1000, 5)""", this.cycle.id(), this.unit);
		BallotRecount recount = counted();
		assertThat(recount).returns(3L, BallotRecount::differing).returns(false, BallotRecount::agrees);
		assertThat(differing(recount))
			.extracting(DifferingBar::channel, DifferingBar::signals, DifferingBar::item, DifferingBar::code,
					DifferingBar::tallied, DifferingBar::counted)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("WINDOW", 0, 2, 1, 70L, 7L),
					org.assertj.core.groups.Tuple.tuple("ONLINE", SIGNALS, 1, 4, 0L, 1L),
					org.assertj.core.groups.Tuple.tuple("ONLINE", 0, 24, 1000, 5L, 0L));
		assertThat(page("OFFICE")).hasStatusOk()
			.bodyText()
			.contains("3 项与统计不符", ">70<", ">7<", "第 2 题，选择代码 1", "nobody")
			.doesNotContain("??");
	}

	/** Ballots and tallies that were taken out together are missed by what was signed. */
	@Test
	void missesBallotsThatWereSigned() {
		close();
		this.superuser.jdbc().update("delete from ballot_sealed where channel = 'WINDOW'");
		this.superuser.jdbc().update("delete from ballot_tally where channel = 'WINDOW'");
		assertThat(counted()).returns(0L, BallotRecount::differing)
			.returns(13L, BallotRecount::ballots)
			.returns(20L, BallotRecount::signed)
			.returns(false, BallotRecount::agrees);
		assertThat(page("OFFICE")).bodyText().contains("签名记录中有 20 张选票");
	}

	@Test
	void isOneHoweverManyStartItAtOnce() {
		close();
		List<CompletableFuture<Boolean>> starts = Stream.generate(() -> CompletableFuture.supplyAsync(this::start))
			.limit(4)
			.toList();
		assertThat(starts).extracting(CompletableFuture::join).containsOnlyOnce(true);
		assertThat(this.repository.running()).hasSize(1);
		assertThat(this.mvc.post().uri(PAGE).with(user("office2").roles("OFFICE")).with(csrf()).exchange())
			.hasRedirectedUrl(PAGE)
			.flash()
			.containsEntry("notice", "ballot.recount.already");
		this.job.goOn();
		assertThat(start()).isTrue();
	}

	/** Whoever holds it counts; who was killed gave it up, a few times. */
	@Test
	void beginsAgainAfterAKillAndFailsAtLast() {
		close();
		start();
		long recount = this.repository.running().getFirst();
		this.transactions.executeWithoutResult((status) -> {
			assertThat(this.repository.tryTurn(recount)).isPresent();
			CompletableFuture.runAsync(this.job::goOn).join();
			assertThat(newest().running()).isTrue();
		});
		this.transactions.executeWithoutResult((status) -> this.repository.begin(recount));
		this.job.goOn();
		assertThat(newest().agrees()).isTrue();
		start();
		long other = this.repository.running().getFirst();
		for (int killed = 0; killed < 3; killed++) {
			this.transactions.executeWithoutResult((status) -> this.repository.begin(other));
		}
		this.job.goOn();
		assertThat(newest().state()).isEqualTo(RecountState.FAILED);
		assertThat(page("OFFICE")).bodyText().contains("没有完成");
		assertThat(trail()).endsWith("ballot.recounted office1 failed");
	}

	@Test
	void keepsTheEmbargo() {
		this.samples.seal(this.cycle.id());
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::start).returns("cycle.embargo", Refusal::key);
		assertThat(page("OFFICE")).hasStatus(409);
		this.cycles.beginClosing(this.cycle);
		assertThatExceptionOfType(Refusal.class).isThrownBy(this::start).returns("cycle.closing", Refusal::key);
		assertThat(this.repository.running()).isEmpty();
	}

	@Test
	void isForTheOfficeAlone() {
		close();
		for (String role : List.of("AUDITOR", "LIAISON", "INSPECTOR", "HOTLINE", "SYSTEM_ADMIN", "SECURITY_ADMIN")) {
			assertThat(page(role)).hasStatus(403);
			assertThat(this.mvc.post().uri(PAGE).with(user("one").roles(role)).with(csrf()).exchange()).hasStatus(403);
		}
		assertThatExceptionOfType(org.springframework.security.access.AccessDeniedException.class)
			.isThrownBy(() -> As.as("auditor1", () -> this.recounts.start(this.cycle.id()), "ROLE_AUDITOR"));
	}

	/** A year without ballots has nothing to read, and agrees. */
	@Test
	void countsNothing() {
		this.superuser.jdbc().update("delete from ballot_waiting");
		close();
		assertThat(counted()).returns(0L, BallotRecount::ballots).returns(true, BallotRecount::agrees);
	}

}
