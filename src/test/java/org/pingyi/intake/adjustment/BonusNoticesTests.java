package org.pingyi.intake.adjustment;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An approved bonus counts once all units could see it for the days that the rule asks.
 */
@PingyiTest
class BonusNoticesTests {

	private final BonusNotices notices;

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final TestClock clock;

	BonusNoticesTests(BonusNotices notices, Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycles,
			UnitSamples units, TestClock clock) {
		this.notices = notices;
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.clock = clock;
	}

	@Test
	void countsTheBonusOnlyAfterItsNotice() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		long bonus = this.samples.approved(bonus(cycle, "investment"));
		long honour = this.samples.approved(bonus(cycle, "honour"));
		assertThat(counting(cycle)).containsExactly(honour);
		assertThat(As.office(() -> this.notices.of(cycle.id()))).singleElement().satisfies((notice) -> {
			assertThat(notice.daysLeft()).isEqualTo(5);
			assertThat(notice.countsFrom()).isEqualTo(LocalDate.of(2026, 11, 7));
			assertThat(notice.points()).isEqualTo("2");
		});
		this.clock.moveTo(LocalDate.of(2026, 11, 6));
		assertThat(counting(cycle)).containsExactly(honour);
		this.clock.moveTo(LocalDate.of(2026, 11, 7));
		assertThat(counting(cycle)).containsExactly(bonus, honour);
		assertThat(As.office(() -> this.notices.of(cycle.id()))).isEmpty();
	}

	@Test
	void showsOnlyWhatIsApproved() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		this.samples.proposed(bonus(cycle, "investment"));
		this.samples.reject(this.samples.proposed(bonus(cycle, "investment")));
		assertThat(As.as("liaison-GAJ", () -> this.notices.of(cycle.id()), "ROLE_LIAISON", "UNIT_GAJ")).isEmpty();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("somebody", () -> this.notices.of(cycle.id()), "ROLE_INSPECTOR"));
	}

	private List<Long> counting(Cycle cycle) {
		return As.office(() -> this.adjustments.approved(cycle.id())).stream().map(Adjustment::id).toList();
	}

	private Proposal bonus(Cycle cycle, String rule) {
		return new Proposal(cycle.id(), this.units.waterBureau().id(), rule, "市政府通报〔2026〕1号", AdjustmentSamples.DAY, "",
				"", "到位资金两千万元", "desk", rule.equals("investment") ? 2 : 0);
	}

}
