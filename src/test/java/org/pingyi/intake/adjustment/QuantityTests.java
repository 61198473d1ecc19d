package org.pingyi.intake.adjustment;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rules may count a quantity besides the event, and hold a bonus back until its notice.
 */
@PingyiTest
class QuantityTests {

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	QuantityTests(Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycles, UnitSamples units) {
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void worksOutEachUnitUpToTheMost() {
		Rulebook rulebook = this.adjustments.rulebook(this.cycles.demanding().id());
		assertThat(calculation(rulebook, "investment", "", "", 0)).isEqualTo("1");
		assertThat(calculation(rulebook, "investment", "", "", 2)).isEqualTo("1 + 2 × 0.5 = 2");
		assertThat(calculation(rulebook, "investment", "", "", 9)).isEqualTo("min(1 + 9 × 0.5, 3) = 3");
		assertThat(calculation(rulebook, "late", "shared", "timely", 3)).isEqualTo("(0.5 + 3 × 0.1) × 0.5 × 0.5 = 0.2");
		assertThat(calculation(rulebook, "late", "shared", "none", 99))
			.isEqualTo("min(0.5 + 99 × 0.1, 2) × 0.5 × 1 = 1");
	}

	@Test
	void keepsTheQuantityOfWhatIsProposedAndClaimed() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		long late = this.samples.proposed(counting(cycle, "late", "own", "none", 3));
		long claimed = As.as("liaison-SWJ",
				() -> this.adjustments
					.claim(new Claim(cycle.id(), "investment", "招商合同1号", AdjustmentSamples.DAY, "项目到位资金", 4)),
				"ROLE_LIAISON", "UNIT_SWJ");
		assertThat(List.of(late, claimed)).extracting((id) -> As.office(() -> this.adjustments.find(id)))
			.extracting((found) -> found.proposal().quantity())
			.containsExactly(3L, 4L);
	}

	@Test
	void refusesAQuantityThatNobodyAskedFor() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		refused(counting(cycle, "honour", "", "", 1), "adjustment.quantityUnasked");
		refused(counting(cycle, "investment", "", "", -1), "adjustment.quantityOutside");
		refused(counting(cycle, "investment", "", "", 1_000_000_000), "adjustment.quantityOutside");
	}

	@Test
	void refusesABonusWithoutADocument() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		long unit = this.units.waterBureau().id();
		refused(new Proposal(cycle.id(), unit, "honour", " ", AdjustmentSamples.DAY, "", "", "全省先进", "desk"),
				"adjustment.documentMissing");
	}

	private Proposal counting(Cycle cycle, String rule, String cause, String handling, long quantity) {
		return new Proposal(cycle.id(), this.units.waterBureau().id(), rule, "文件1号", AdjustmentSamples.DAY, cause,
				handling, "事由已写明", "desk", quantity);
	}

	private void refused(Proposal proposal, String key) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.proposed(proposal)).withMessage(key);
	}

	private static String calculation(Rulebook rulebook, String rule, String cause, String handling, long quantity) {
		return rulebook.value(rule, cause, handling, quantity).orElseThrow().calculation();
	}

}
