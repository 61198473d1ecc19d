package org.pingyi.intake.adjustment.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scoring;

import static org.assertj.core.api.Assertions.assertThat;

/** The approver sees the points that the scorecard's line will say. */
@PingyiTest
class ShownValueTests {

	private final Adjustments adjustments;

	private final AdjustmentRows rows;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final Schemes schemes;

	ShownValueTests(Adjustments adjustments, AdjustmentRows rows, AdjustmentSamples samples, CycleSamples cycles,
			UnitSamples units, Schemes schemes) {
		this.adjustments = adjustments;
		this.rows = rows;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.schemes = schemes;
	}

	@Test
	void agreesWithTheLine() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		agrees(cycle, "honour", "", "", 0, "+1");
		agrees(cycle, "investment", "", "", 0, "+1");
		agrees(cycle, "investment", "", "", 3, "+2.5");
		agrees(cycle, "investment", "", "", 9, "+3");
		agrees(cycle, "late", "own", "none", 0, "−0.5");
		agrees(cycle, "late", "shared", "timely", 0, "−0.125");
		agrees(cycle, "late", "shared", "timely", 3, "−0.2");
		agrees(cycle, "late", "shared", "none", 99, "−1");
	}

	@Test
	void agreesWhereTheFactorLeavesNothing() {
		agrees(this.cycles.opened(), "delay", "other", "none", 0, "0");
	}

	private void agrees(Cycle cycle, String rule, String cause, String handling, long quantity, String shown) {
		long id = this.samples.proposed(new Proposal(cycle.id(), this.units.waterBureau().id(), rule, "文件1号",
				AdjustmentSamples.DAY, cause, handling, "事由已写明", "desk", quantity));
		AdjustmentRow row = As.secondOffice(() -> row(cycle, this.adjustments.find(id)));
		assertThat(row.points()).as(rule + " × " + quantity).isEqualTo(shown);
		assertThat(new BigDecimal(shown.replace('−', '-'))).isEqualByComparingTo(scored(cycle, row.it().proposal()));
	}

	private AdjustmentRow row(Cycle cycle, Adjustment adjustment) {
		return this.rows.namer(cycle.id()).apply(adjustment);
	}

	/** The points of the event's line, when nothing else was counted. */
	private BigDecimal scored(Cycle cycle, Proposal proposal) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		Inputs.Event event = new Inputs.Event("SWJ", proposal.document(), proposal.rule(), proposal.cause(),
				proposal.handling(), proposal.quantity());
		Inputs inputs = new Inputs(List.of(new Inputs.Subject("SWJ", "WIN", Set.of())), List.of(), List.of(),
				List.of(event), List.of(), List.of());
		return lines(Scoring.score(rules, inputs).scorecards().getFirst().total())
			.filter((line) -> line.node().equals(proposal.rule()))
			.findFirst()
			.orElseThrow()
			.points();
	}

	private static Stream<Line> lines(Line line) {
		return Stream.concat(Stream.of(line), line.parts().stream().flatMap(ShownValueTests::lines));
	}

}
