package org.pingyi.intake.hotline;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.AdjustmentOrigin;
import org.pingyi.intake.adjustment.AdjustmentOrigins;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.SourceKind;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An adjustment leads back to what it came from, for those who may read that. */
@PingyiTest
class CasePagesTests {

	private final AdjustmentOrigins origins;

	private final HotlineCases cases;

	private final HotlineSamples samples;

	private final AdjustmentSamples adjustments;

	private final CycleSamples cycles;

	private final UnitSamples units;

	CasePagesTests(AdjustmentOrigins origins, HotlineCases cases, HotlineSamples samples, AdjustmentSamples adjustments,
			CycleSamples cycles, UnitSamples units) {
		this.origins = origins;
		this.cases = cases;
		this.samples = samples;
		this.adjustments = adjustments;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void leadsTheOfficeToTheCase() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		long deduction = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		assertThat(As.office(() -> this.origins.of(deduction))).isEqualTo(new AdjustmentOrigin(deduction,
				"/desk/adjustments/" + deduction, SourceKind.HOTLINE, "2026-0001", "/desk/hotline/" + found.id()));
	}

	@Test
	void stillLeadsThereOnceTheCaseIsReopened() {
		HotlineCase found = this.samples.waterCase(this.cycles.opened());
		long deduction = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		this.adjustments.reject(deduction);
		As.office(() -> {
			this.cases.reopen(found.id(), "责任归属要重新核实");
			return found;
		});
		assertThat(As.office(() -> this.origins.of(deduction)).sourcePage()).isEqualTo("/desk/hotline/" + found.id());
	}

	@Test
	void leadsALiaisonToTheOwnUnitsAdjustmentOnly() {
		Cycle cycle = this.cycles.opened();
		HotlineCase found = this.samples.waterCase(cycle);
		long own = As.office(() -> this.cases.confirm(found.id(), HotlineSamples.ownFault()));
		long other = this.adjustments.proposed(AdjustmentSamples.commendation(cycle, this.units.policeBureau()));
		Map<Long, AdjustmentOrigin> seen = liaison(() -> this.origins.of(List.of(own, other)));
		assertThat(seen).containsOnly(Map.entry(own, new AdjustmentOrigin(own,
				"/unit/claims?cycle=2026#adjustment-" + own, SourceKind.HOTLINE, "2026-0001", null)));
		assertThatThrownBy(() -> liaison(() -> this.origins.of(other))).hasMessage("adjustment.unknown");
	}

	@Test
	void saysWhatTheOfficeTypedIn() {
		Cycle cycle = this.cycles.opened();
		long typed = this.adjustments.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThat(As.office(() -> this.origins.of(typed))).satisfies((origin) -> {
			assertThat(origin.key()).isEqualTo("adjustment.source.DESK");
			assertThat(origin.sourcePage()).isNull();
		});
	}

	@Test
	void isClosedToEverybodyElse() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("somebody", () -> this.origins.of(1), "ROLE_HOTLINE"));
	}

	private static <T> T liaison(Supplier<T> act) {
		return As.as("liaison-SWJ", act::get, "ROLE_LIAISON", "UNIT_SWJ");
	}

}
