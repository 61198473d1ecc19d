package org.pingyi.outcome.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitId;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pingyi.outcome.feedback.FeedbackSamples.DEADLINE;

/** What people wrote is sent after the close, answered by the own unit, and resolved. */
@PingyiTest
class RectificationsTests {

	private final Rectifications rectifications;

	private final FeedbackSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	RectificationsTests(Rectifications rectifications, FeedbackSamples samples, CycleSamples cycles, UnitSamples units,
			Superuser superuser, TestClock clock) {
		this.rectifications = rectifications;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
		this.clock = clock;
	}

	private Cycle closedWithOpinions() {
		Cycle opened = this.cycles.opened();
		this.samples.written(opened, this.units.waterBureau(), "窗口排队太久");
		this.samples.written(opened, this.units.waterBureau(), "我是张三的邻居，水费单不清楚", false);
		this.samples.written(opened, this.units.taxOffice(), "午间没人值守");
		return this.cycles.close(opened);
	}

	@Test
	void showsNobodyAnOpinionBeforeTheClose() {
		Cycle opened = this.cycles.opened();
		this.samples.written(opened, this.units.waterBureau(), "窗口排队太久");
		assertThatThrownBy(() -> this.samples.opinions(opened, this.units.waterBureau())).hasMessage("cycle.embargo");
		assertThatThrownBy(() -> As.office(() -> this.rectifications.progress(opened.id())))
			.hasMessage("cycle.embargo");
	}

	@Test
	void leavesEveryLookInTheTrail() {
		Cycle closed = closedWithOpinions();
		this.samples.opinions(closed, this.units.waterBureau());
		this.samples.opinions(closed, this.units.waterBureau());
		assertThat(this.jdbc.queryForObject("select count(*) from audit_entry where act = 'ballot.opinionsRead'",
				Long.class))
			.isEqualTo(2);
	}

	@Test
	void walksFromTheOpinionToTheMending() {
		Cycle closed = closedWithOpinions();
		Rectification sent = this.samples.sent(closed, this.units.waterBureau());
		assertThat(sent.words()).isEqualTo("窗口排队太久");
		liaison("SWJ", () -> run(() -> this.rectifications.answer(sent.id(), "增开两个窗口")));
		As.office(() -> run(() -> this.rectifications.returnToUnit(sent.id(), "请说明何时增开", LocalDate.of(2027, 1, 15))));
		assertThat(As.office(() -> this.rectifications.find(sent.id())).deadline()).isEqualTo("2027-01-15");
		liaison("SWJ", () -> run(() -> this.rectifications.answer(sent.id(), "12月1日起增开")));
		As.office(() -> run(() -> this.rectifications.resolve(sent.id())));
		assertThat(liaison("SWJ", () -> this.rectifications.ownHistory(sent.id())))
			.extracting((step) -> step.state().name())
			.containsExactly("SENT", "ANSWERED", "SENT", "ANSWERED", "RESOLVED");
		assertThat(progress(closed, this.units.waterBureau().id())).satisfies((progress) -> {
			assertThat(progress.opinions()).isEqualTo(2);
			assertThat(progress.sent()).isOne();
			assertThat(progress.rate()).isEqualTo("100.0 %");
		});
		assertThat(progress(closed, this.units.taxOffice().id()).rate()).isEqualTo("—");
	}

	@Test
	void neverPassesOnTheWordsOfAWriterWhoSaidNo() {
		Cycle closed = closedWithOpinions();
		long water = this.units.waterBureau().id();
		Opinion reserved = this.samples.opinions(closed, this.units.waterBureau())
			.stream()
			.filter((one) -> !one.mayForward())
			.findFirst()
			.orElseThrow();
		assertThatThrownBy(() -> send(closed, water, reserved.id())).hasMessage("feedback.notToForward");
		assertThatThrownBy(() -> As.office(() -> this.rectifications.summarise(CycleId.of(closed), new UnitId(water),
				reserved.id(), "有人说：" + reserved.text(), DEADLINE)))
			.hasMessage("feedback.summaryRepeats");
		As.office(() -> this.rectifications.summarise(CycleId.of(closed), new UnitId(water), reserved.id(), "水费单要写得更清楚",
				DEADLINE));
		assertThat(this.jdbc.queryForList("select words from feedback_rectification", String.class))
			.containsExactly("水费单要写得更清楚");
	}

	@Test
	void sendsAnOpinionOnce() {
		Cycle closed = closedWithOpinions();
		Rectification sent = this.samples.sent(closed, this.units.waterBureau());
		UUID opinion = this.jdbc.queryForObject("select opinion_id from feedback_rectification where id = ?",
				UUID.class, sent.id());
		assertThatThrownBy(() -> send(closed, sent.unit(), opinion)).hasMessage("feedback.sentAlready");
	}

	@Test
	void sendsAllOrNoneAndOnlyOpinionsAboutTheUnit() {
		Cycle closed = closedWithOpinions();
		UUID water = first(closed).id();
		UUID tax = this.samples.opinions(closed, this.units.taxOffice()).getFirst().id();
		assertThatThrownBy(() -> As.office(() -> this.rectifications.send(CycleId.of(closed),
				new UnitId(this.units.waterBureau().id()), List.of(water, tax), DEADLINE)))
			.hasMessage("feedback.noneChosen");
		assertThat(this.jdbc.queryForObject("select count(*) from feedback_rectification", Long.class)).isZero();
	}

	@Test
	void asksForADeadlineInTheFuture() {
		Cycle closed = closedWithOpinions();
		LocalDate today = LocalDate.now(this.clock);
		assertThatThrownBy(() -> As.office(() -> this.rectifications.send(CycleId.of(closed),
				new UnitId(this.units.waterBureau().id()), List.of(first(closed).id()), today)))
			.hasMessage("feedback.deadlinePast");
	}

	@Test
	void showsAUnitOnlyItsOwn() {
		Cycle closed = closedWithOpinions();
		Rectification sent = this.samples.sent(closed, this.units.waterBureau());
		assertThat(liaison("SWJ", () -> this.rectifications.searchOwn(closed.id(), null, PageRequest.of(0, 10))))
			.hasSize(1);
		assertThat(liaison("SWSWJ", () -> this.rectifications.searchOwn(closed.id(), null, PageRequest.of(0, 10))))
			.isEmpty();
		assertThatThrownBy(() -> liaison("SWSWJ", () -> this.rectifications.own(sent.id())))
			.hasMessage("feedback.unknown");
		assertThatThrownBy(() -> liaison("SWSWJ", () -> run(() -> this.rectifications.answer(sent.id(), "代答"))))
			.hasMessage("feedback.unknown");
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
				() -> liaison("SWJ", () -> this.rectifications.opinions(CycleId.of(closed), new UnitId(sent.unit()))));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> liaison("SWJ", () -> run(() -> this.rectifications.resolve(sent.id()))));
	}

	@Test
	void countsWhatIsOverdue() {
		Cycle closed = closedWithOpinions();
		Rectification sent = this.samples.sent(closed, this.units.waterBureau());
		this.clock.moveTo(DEADLINE);
		assertThat(progress(closed, sent.unit()).overdue()).isZero();
		this.clock.moveTo(DEADLINE.plusDays(1));
		assertThat(progress(closed, sent.unit()).overdue()).isOne();
		assertThat(As.office(() -> this.rectifications.search(closed.id(), new RectificationFilter(null, null, true),
				PageRequest.of(0, 10))))
			.hasSize(1);
	}

	@Test
	void refusesStepsOutOfOrder() {
		Cycle closed = closedWithOpinions();
		Rectification sent = this.samples.sent(closed, this.units.waterBureau());
		assertThatThrownBy(() -> As.office(() -> run(() -> this.rectifications.resolve(sent.id()))))
			.hasMessage("feedback.wrongState");
		liaison("SWJ", () -> run(() -> this.rectifications.answer(sent.id(), "已改")));
		assertThatThrownBy(() -> liaison("SWJ", () -> run(() -> this.rectifications.answer(sent.id(), "再答"))))
			.hasMessage("feedback.wrongState");
		assertThatThrownBy(() -> this.jdbc.update("delete from feedback_step")).hasMessageContaining("only appended");
	}

	private Opinion first(Cycle closed) {
		return this.samples.opinions(closed, this.units.waterBureau())
			.stream()
			.filter(Opinion::mayForward)
			.findFirst()
			.orElseThrow();
	}

	private Progress progress(Cycle cycle, long unit) {
		return As.office(() -> this.rectifications.progress(cycle.id()))
			.stream()
			.filter((one) -> one.unit() == unit)
			.findFirst()
			.orElseThrow();
	}

	private int send(Cycle cycle, long unit, UUID opinion) {
		return As
			.office(() -> this.rectifications.send(CycleId.of(cycle), new UnitId(unit), List.of(opinion), DEADLINE));
	}

	private static <T> T liaison(String unit, Supplier<T> act) {
		return As.as("liaison-" + unit, act, "ROLE_LIAISON", "UNIT_" + unit);
	}

	private static boolean run(Runnable act) {
		act.run();
		return true;
	}

}
