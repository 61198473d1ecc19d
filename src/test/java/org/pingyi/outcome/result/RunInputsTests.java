package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CyclePlan;
import org.pingyi.rules.cycle.CyclePlans;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year under a demanding method: all that the stores and doors know reaches the run.
 */
@PingyiTest
class RunInputsTests {

	private final Results results;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final CyclePlans plans;

	private final SchemeSamples schemes;

	private final UnitSamples units;

	private final AdjustmentSamples adjustments;

	private final Figures figures;

	private final ReviewSamples reviews;

	private final ReviewSheets sheets;

	private final KioskSamples kiosks;

	private final Tickets tickets;

	private final TestClock clock;

	RunInputsTests(Results results, ResultSamples samples, CycleSamples cycles, CyclePlans plans, SchemeSamples schemes,
			UnitSamples units, AdjustmentSamples adjustments, Figures figures, ReviewSamples reviews,
			ReviewSheets sheets, KioskSamples kiosks, Tickets tickets, TestClock clock) {
		this.results = results;
		this.samples = samples;
		this.cycles = cycles;
		this.plans = plans;
		this.schemes = schemes;
		this.units = units;
		this.adjustments = adjustments;
		this.figures = figures;
		this.reviews = reviews;
		this.sheets = sheets;
		this.kiosks = kiosks;
		this.tickets = tickets;
		this.clock = clock;
	}

	@Test
	void takesQuantitiesFiguresAndIssuedFormsAlong() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		long water = this.units.waterBureau().id();
		long investment = this.adjustments.approved(new Proposal(cycle.id(), water, "investment", "招商合同1号",
				AdjustmentSamples.DAY, "", "", "项目到位资金", "desk", 2));
		figure(cycle, water, "87.5");
		deputies(cycle);
		this.tickets.issue(this.kiosks.tabletOfWaterBureau(), false);
		Inputs inputs = counted(this.cycles.close(cycle));
		assertThat(inputs.events()).singleElement().satisfies((event) -> {
			assertThat(event.unit()).isEqualTo("SWJ");
			assertThat(event.quantity()).isEqualTo(2);
			assertThat(event.id()).isEqualTo(Long.toString(investment));
		});
		assertThat(inputs.figures()).singleElement().satisfies((figure) -> {
			assertThat(figure.key()).isEqualTo("budget");
			assertThat(figure.value()).isEqualByComparingTo("87.5");
		});
		assertThat(inputs.issued()).containsExactlyInAnyOrder(new Inputs.Issued("SWJ", "WINDOW", "citizen", 1),
				new Inputs.Issued("SWJ", "DEPUTY", "deputy", 2), new Inputs.Issued("JYJ", "DEPUTY", "deputy", 1));
	}

	@Test
	void leavesABonusOnNoticeOut() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		this.clock.moveTo(CycleSamples.CLOSES);
		this.adjustments.approved(new Proposal(cycle.id(), this.units.waterBureau().id(), "investment", "招商合同1号",
				AdjustmentSamples.DAY, "", "", "项目到位资金", "desk", 2));
		Cycle closed = this.cycles.close(cycle);
		assertThat(counted(closed).events()).isEmpty();
		this.clock.moveTo(CycleSamples.CLOSES.plusDays(5));
		assertThat(counted(closed).events()).hasSize(1);
	}

	@Test
	void remembersThePublishedYearBeforeOnlyWhereTheSchemeLooksBack() {
		Cycle first = this.samples.published();
		assertThat(inputs(first).memories()).isEmpty();
		Cycle second = this.cycles
			.close(this.cycles.open(this.cycles.announce(draft("2027", this.schemes.demanding()))));
		List<Scorecard> before = As.office(() -> this.results.outcome(run(first).id())).scorecards();
		assertThat(counted(second).memories()).hasSameSizeAs(before)
			.contains(new Inputs.Memory(before.getFirst().unit(), before.getFirst().grade(), 1));
	}

	private Cycle draft(String code, SchemeVersion version) {
		LocalDate opens = LocalDate.of(2027, 11, 1);
		this.clock.moveTo(opens);
		return As.office(
				() -> this.plans.draft(new CyclePlan(code, code + "年度考评", version.id(), opens, opens.plusDays(29))));
	}

	private void figure(Cycle cycle, long unit, String value) {
		As.office(() -> {
			this.figures.register(cycle.id(), List.of(new NewFigure(unit, "budget", new BigDecimal(value), "函1号")));
			return cycle;
		});
		As.secondOffice(() -> {
			this.figures.approve(cycle.id(), this.figures.waiting(cycle.id()).stream().map(FigureEntry::seen).toList());
			return cycle;
		});
	}

	private void deputies(Cycle cycle) {
		String first = this.reviews.invited(cycle.id(), "DEPUTY", "李代表", "SWJ", "JYJ").token();
		this.reviews.invited(cycle.id(), "DEPUTY", "王代表", "SWJ");
		this.reviews.mark(first, "SWJ", 1);
		this.sheets.signOff(first, UUID.randomUUID().toString());
	}

	private Inputs counted(Cycle cycle) {
		this.samples.count(cycle);
		return inputs(cycle);
	}

	private Inputs inputs(Cycle cycle) {
		return As.office(() -> this.results.inputs(run(cycle).id()));
	}

	private Run run(Cycle cycle) {
		return As.office(() -> this.results.runs(cycle.id())).getFirst();
	}

}
