package org.pingyi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Role;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.unit.Units;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.intake.hotline.HotlineSamples;
import org.pingyi.intake.inspection.InspectionSamples;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.outcome.feedback.FeedbackSamples;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * A list is read in as many statements as its page has parts, however many rows it shows.
 */
@PingyiTest
class ListStatementsTests {

	/** Each list with whoever reads it and the most statements that its page may send. */
	private static final Map<String, Bound> BOUNDS = Map.ofEntries(Map.entry("/desk/units", new Bound("OFFICE", 6)),
			Map.entry("/admin/accounts", new Bound("SYSTEM_ADMIN", 4)),
			Map.entry("/audit/trail", new Bound("AUDITOR", 15)),
			Map.entry("/desk/adjustments", new Bound("OFFICE", 16)),
			Map.entry("/desk/adjustments/figures", new Bound("OFFICE", 13)),
			Map.entry("/desk/hotline", new Bound("OFFICE", 8)), Map.entry("/desk/inspections", new Bound("OFFICE", 8)),
			Map.entry("/desk/invitations", new Bound("OFFICE", 8)), Map.entry("/desk/kiosks", new Bound("OFFICE", 5)),
			Map.entry("/desk/results", new Bound("OFFICE", 19)), Map.entry("/desk/opinions", new Bound("OFFICE", 10)),
			Map.entry("/desk/opinions/rectifications", new Bound("OFFICE", 8)));

	private final MockMvcTester mvc;

	private final StatementCounter counter;

	private final Units register;

	private final UnitSamples units;

	private final AccountSamples accounts;

	private final CycleSamples cycles;

	private final AdjustmentSamples adjustments;

	private final Figures figures;

	private final HotlineSamples hotline;

	private final InspectionSamples inspections;

	private final ReviewSamples reviews;

	private final KioskSamples kiosks;

	private final ResultSamples results;

	private final FeedbackSamples feedback;

	ListStatementsTests(MockMvcTester mvc, StatementCounter counter, Units register, UnitSamples units,
			AccountSamples accounts, CycleSamples cycles, AdjustmentSamples adjustments, Figures figures,
			HotlineSamples hotline, InspectionSamples inspections, ReviewSamples reviews, KioskSamples kiosks,
			ResultSamples results, FeedbackSamples feedback) {
		this.mvc = mvc;
		this.counter = counter;
		this.register = register;
		this.units = units;
		this.accounts = accounts;
		this.cycles = cycles;
		this.adjustments = adjustments;
		this.figures = figures;
		this.hotline = hotline;
		this.inspections = inspections;
		this.reviews = reviews;
		this.kiosks = kiosks;
		this.results = results;
		this.feedback = feedback;
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 30 })
	void readsListsOfAnyLengthInAsManyStatements(int rows) {
		List<Unit> agencies = agencies(rows);
		Cycle cycle = this.cycles.opened();
		agencies.forEach((unit) -> fill(cycle, unit));
		assertThat(exceeding("/desk/units", "/admin/accounts", "/audit/trail", "/desk/adjustments", "/desk/hotline",
				"/desk/inspections", "/desk/invitations", "/desk/kiosks"))
			.isEmpty();
		this.results.count(this.cycles.close(cycle));
		agencies.forEach((unit) -> this.feedback.sent(cycle, unit));
		assertThat(exceeding("/desk/results", "/desk/opinions", "/desk/opinions/rectifications")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 30 })
	void readsFiguresOfAnyNumberInAsManyStatements(int rows) {
		List<Unit> agencies = agencies(rows);
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		As.office(() -> {
			this.figures.register(cycle.id(),
					agencies.stream()
						.map((unit) -> new NewFigure(unit.id(), "budget", new BigDecimal("87.5"), "财政局函"))
						.toList());
			return cycle;
		});
		assertThat(exceeding("/desk/adjustments/figures")).isEmpty();
	}

	@Test
	void noticesAListThatAsksForEachRow() {
		List<Unit> few = agencies(3);
		assertThat(this.counter.of(() -> askForEach(few))).hasSize(3);
		List<Unit> many = agencies(30);
		assertThat(this.counter.of(() -> askForEach(many))).hasSize(30);
	}

	private void askForEach(List<Unit> agencies) {
		agencies.forEach((unit) -> this.register.byId(unit.id()));
	}

	private List<Unit> agencies(int number) {
		return IntStream.rangeClosed(1, number)
			.mapToObj((index) -> this.units.registered("W" + index, "市第" + index + "窗口局", "WIN", Trait.WINDOW))
			.toList();
	}

	private void fill(Cycle cycle, Unit unit) {
		this.accounts.person("liaison." + unit.code().toLowerCase(Locale.ROOT), unit.code(), Role.LIAISON);
		this.adjustments.proposed(AdjustmentSamples.delay(cycle, unit));
		this.hotline.taken(cycle,
				HotlineSamples.sheet(HotlineSamples.row("2026-" + unit.id(), "2026-03-18", unit.code(), "停水两天没有通知")));
		this.inspections.submitted(cycle.id(), unit.code(), 550, "窗口没有值班表");
		this.reviews.mark(this.reviews.invited(cycle.id(), "LEADER", "王" + unit.code()).token(), unit.code(), 1);
		this.kiosks.registered(unit.code());
		this.feedback.written(cycle, unit, "请公开办事进度");
	}

	/** The lists that sent more statements than they may, with all that they sent. */
	private Map<String, List<String>> exceeding(String... lists) {
		Map<String, List<String>> exceeding = new TreeMap<>();
		for (String list : lists) {
			Bound bound = BOUNDS.get(list);
			List<String> sent = this.counter.of(() -> read(list, bound.role()));
			if (sent.size() > bound.statements()) {
				exceeding.put(list + ": " + sent.size(), sent);
			}
		}
		return exceeding;
	}

	private void read(String list, String role) {
		assertThat(this.mvc.get().uri(list).with(user(role.toLowerCase(Locale.ROOT)).roles(role))).hasStatusOk();
	}

	/** Who reads a list, and the most statements that its page may send. */
	private record Bound(String role, int statements) {
	}

}
