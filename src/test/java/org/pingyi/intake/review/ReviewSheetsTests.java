package org.pingyi.intake.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One person marks many units, signs off once, and can no longer be led back to. */
@PingyiTest
class ReviewSheetsTests {

	private static final String KEY = "0123456789abcdef";

	private final ReviewSheets sheets;

	private final Invitations invitations;

	private final ReviewSamples samples;

	private final CycleSamples cycles;

	private final Ballots ballots;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	ReviewSheetsTests(ReviewSheets sheets, Invitations invitations, ReviewSamples samples, CycleSamples cycles,
			Ballots ballots, JdbcTemplate jdbc, TestClock clock) {
		this.sheets = sheets;
		this.invitations = invitations;
		this.samples = samples;
		this.cycles = cycles;
		this.ballots = ballots;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The last two are the control: without a state, or from a page of their own, they
	 * replace.
	 */
	@Test
	void keepsWhatWasMarkedLastWhateverArrivesLast() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		Map<String, Integer> all = this.samples.alike(token, 1).answers();
		String item = all.keySet().iterator().next();
		PageState page = PageState.fresh();
		this.sheets.save(token, "SWJ", new UnitAnswers(all, "", false, new PageState(page.page(), 3)));
		this.sheets.save(token, "SWJ", new UnitAnswers(Map.of(item, 2), "", false, new PageState(page.page(), 2)));
		assertThat(marked(token)).isEqualTo(all);
		this.sheets.save(token, "SWJ", new UnitAnswers(Map.of(), "", false, new PageState(page.page(), 4)));
		this.sheets.save(token, "SWJ", new UnitAnswers(all, "", false, new PageState(page.page(), 3)));
		assertThat(marked(token)).isEmpty();
		this.sheets.save(token, "SWJ", new UnitAnswers(all, "", false, PageState.fresh()));
		assertThat(marked(token)).isEqualTo(all);
		this.sheets.save(token, "SWJ", new UnitAnswers(Map.of(item, 2), "", false));
		assertThat(marked(token)).isEqualTo(Map.of(item, 2));
	}

	private Map<String, Integer> marked(String token) {
		return this.sheets.open(token).unit("SWJ").orElseThrow().answers().answers();
	}

	@Test
	void asksALeaderAboutEveryUnitAndKeepsWhatIsMarked() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		String opinion = "请公开办事进度";
		String item = this.sheets.open(token).form().questionnaire().items().getFirst().code();
		this.sheets.save(token, "SWJ", new UnitAnswers(Map.of(item, 2), opinion, true));
		this.samples.mark(token, "JYJ", 1);
		ReviewSheet sheet = this.sheets.open(token);
		assertThat(sheet.units()).hasSize(5);
		assertThat(sheet.complete()).extracting((row) -> row.unit().code()).containsExactly("JYJ");
		assertThat(sheet.unit("SWJ")).hasValueSatisfying((row) -> {
			assertThat(row.begun()).isTrue();
			assertThat(row.answers().opinion()).isEqualTo("请公开办事进度");
		});
		assertThat(state()).isEqualTo(Invitation.State.IN_PROGRESS);
	}

	@Test
	void turnsMarkedUnitsIntoBallotsAndLeavesOutTheRest() {
		Cycle cycle = this.cycles.opened();
		String token = this.samples.invited(cycle.id(), "GRASSROOTS", "李科长", "SWJ", "SWSWJ", "GAJ").token();
		this.samples.mark(token, "SWJ", 1);
		this.samples.mark(token, "GAJ", 4);
		assertThat(this.sheets.signOff(token, KEY)).extracting((row) -> row.unit().code())
			.containsExactlyInAnyOrder("SWJ", "GAJ");
		refused("review.signedOff", () -> this.sheets.open(token));
		refused("review.signedOff", () -> this.sheets.signOff(token, KEY));
		refused("review.signedOff", () -> this.sheets.save(token, "SWSWJ", UnitAnswers.NONE));
		assertThat(state()).isEqualTo(Invitation.State.SIGNED_OFF);
		assertThat(this.ballots.counters(cycle.id()).rights()).isEqualTo(2);
		this.cycles.close(cycle);
		assertThat(this.ballots.participation(cycle.id())).hasSize(2)
			.allMatch((count) -> count.channel().equals("GRASSROOTS") && count.ballots() == 1);
	}

	@Test
	void leavesNothingThatLeadsFromThePersonToTheAnswers() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		String opinion = "办事大厅周末请开门";
		UnitAnswers answers = this.samples.alike(token, 4);
		this.sheets.save(token, "SWJ", new UnitAnswers(answers.answers(), opinion, true));
		assertThat(tablesWith(opinion)).isEmpty();
		assertThat(count("review_draft")).isEqualTo(1);
		this.sheets.signOff(token, KEY);
		assertThat(count("review_draft")).isZero();
		assertThat(tablesWith(opinion)).isEmpty();
		assertThat(tablesWith(KEY)).isEmpty();
		assertThat(tablesWith(token)).isEmpty();
		assertThat(tablesWith("王主任")).containsExactly("review_invitation");
		assertThat(columnsOf("ballot_waiting", "ballot_waiting_opinion", "ballot_sealed", "ballot_right",
				"ballot_opinion"))
			.noneMatch((column) -> column.contains("invitation") || column.contains("token"));
	}

	@Test
	void countsASheetOnceHoweverManySignItOffAtOnce() {
		Cycle cycle = this.cycles.opened();
		String token = this.samples.leader(cycle.id()).token();
		this.sheets.open(token).units().forEach((row) -> this.samples.mark(token, row.unit().code(), 1));
		long signed = IntStream.range(0, 8)
			.mapToObj((index) -> CompletableFuture.supplyAsync(() -> signs(token, KEY + index)))
			.toList()
			.stream()
			.filter(CompletableFuture::join)
			.count();
		assertThat(signed).isEqualTo(1);
		assertThat(this.ballots.counters(cycle.id()).rights()).isEqualTo(5);
	}

	@Test
	void leavesNoDraftBehindThatIsSavedWhileSomebodySignsOff() {
		Cycle cycle = this.cycles.opened();
		String token = this.samples.leader(cycle.id()).token();
		this.samples.mark(token, "SWJ", 1);
		UnitAnswers answers = this.samples.alike(token, 2);
		List<CompletableFuture<Boolean>> acts = new ArrayList<>();
		IntStream.range(0, 8).forEach((index) -> {
			acts.add(CompletableFuture.supplyAsync(() -> saves(token, "JYJ", answers)));
			acts.add(CompletableFuture.supplyAsync(() -> signs(token, KEY + index)));
		});
		acts.forEach(CompletableFuture::join);
		assertThat(count("review_draft")).isZero();
		assertThat(state()).isEqualTo(Invitation.State.SIGNED_OFF);
		assertThat(this.ballots.counters(cycle.id()).rights()).isBetween(1L, 2L);
	}

	@Test
	void storesNothingWhenASignOffFails() {
		Cycle cycle = this.cycles.opened();
		String token = this.samples.leader(cycle.id()).token();
		this.samples.mark(token, "SWJ", 1);
		refused("ballot.badKey", () -> this.sheets.signOff(token, "short"));
		assertThat(this.sheets.open(token).complete()).hasSize(1);
		assertThat(this.ballots.counters(cycle.id()).rights()).isZero();
	}

	@Test
	void refusesWhatIsNotOnTheSheet() {
		String token = this.samples.invited(this.cycles.opened().id(), "LEADER", "赵主任", "SWJ").token();
		refused("review.notOnSheet", () -> this.sheets.save(token, "JYJ", UnitAnswers.NONE));
		refused("review.badAnswers",
				() -> this.sheets.save(token, "SWJ", new UnitAnswers(Map.of("nothing", 1), "", false)));
		refused("review.nothingMarked", () -> this.sheets.signOff(token, KEY));
		refused("review.linkUnknown", () -> this.sheets.open("x".repeat(43)));
	}

	@Test
	void marksOnlyWhileTheCycleIsOpen() {
		Cycle cycle = this.cycles.announced();
		String token = this.samples.leader(cycle.id()).token();
		refused("review.notOpenYet", () -> this.sheets.open(token));
		this.clock.moveTo(CycleSamples.OPENS.minusDays(1));
		refused("review.notOpen", () -> this.sheets.open(token));
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		this.cycles.open(cycle);
		this.samples.mark(token, "SWJ", 1);
		this.clock.moveTo(CycleSamples.CLOSES.plusDays(1));
		refused("review.past", () -> this.sheets.open(token));
		this.cycles.close(cycle);
		refused("review.over", () -> this.sheets.signOff(token, KEY));
		refused("review.notNow", () -> this.samples.invited(cycle.id(), "LEADER", "钱主任"));
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		refused("review.over", () -> this.sheets.save(token, "SWJ", UnitAnswers.NONE));
	}

	@Test
	void invitesAPersonOncePerChannelAndAgainAfterRevoking() {
		Cycle cycle = this.cycles.opened();
		IssuedInvitation first = this.samples.leader(cycle.id());
		refused("review.alreadyInvited", () -> this.samples.leader(cycle.id()));
		this.samples.mark(first.token(), "SWJ", 1);
		As.office(() -> {
			this.invitations.revoke(first.id());
			return true;
		});
		assertThat(count("review_draft")).isZero();
		refused("review.linkRevoked", () -> this.sheets.open(first.token()));
		assertThat(this.samples.leader(cycle.id()).id()).isNotEqualTo(first.id());
	}

	@Test
	void killsTheOldLinkAndItsDraftsWithANewOne() {
		IssuedInvitation first = this.samples.leader(this.cycles.opened().id());
		this.samples.mark(first.token(), "SWJ", 1);
		IssuedInvitation renewed = As.office(() -> this.invitations.renew(first.id()));
		refused("review.linkUnknown", () -> this.sheets.open(first.token()));
		assertThat(this.sheets.open(renewed.token()).units())
			.allMatch((row) -> row.answers().empty() && !row.altered());
		assertThat(count("review_draft")).isZero();
	}

	@Test
	void invitesNobodyWhenOneOfThemDoesNotFit() {
		Cycle cycle = this.cycles.opened();
		NewInvitation good = new NewInvitation("LEADER", "", "孙主任", "市政协", List.of());
		NewInvitation bad = new NewInvitation("LEADER", "", "周主任", "市政协", List.of("NOBODY"));
		refused("review.notAsked", () -> As.office(() -> this.invitations.inviteAll(cycle.id(), List.of(good, bad))));
		assertThat(count("review_invitation")).isZero();
	}

	private boolean signs(String token, String key) {
		try {
			return !this.sheets.signOff(token, key).isEmpty();
		}
		catch (Refusal refusal) {
			return false;
		}
	}

	private boolean saves(String token, String unit, UnitAnswers answers) {
		try {
			this.sheets.save(token, unit, answers);
			return true;
		}
		catch (Refusal refusal) {
			return false;
		}
	}

	private Invitation.State state() {
		long cycle = this.jdbc.queryForObject("select cycle_id from review_invitation", Long.class);
		return As.office(() -> this.invitations.page(cycle, "", Pageable.ofSize(10))).getContent().getFirst().state();
	}

	private List<String> tablesWith(String text) {
		return this.jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class)
			.stream()
			.filter((table) -> this.jdbc.queryForObject(
					"select exists (select 1 from " + table + " t where strpos(t::text, ?) > 0)", Boolean.class, text))
			.toList();
	}

	private List<String> columnsOf(String... tables) {
		return this.jdbc.queryForList("select column_name from information_schema.columns where table_name = any (?)",
				String.class, (Object) tables);
	}

	private long count(String table) {
		return this.jdbc.queryForObject("select count(*) from " + table, Long.class);
	}

	private static void refused(String key, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).extracting(Refusal::key).isEqualTo(key);
	}

}
