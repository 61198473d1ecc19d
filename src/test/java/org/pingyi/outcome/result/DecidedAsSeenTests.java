package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.adjustment.Adjustment;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Adjustments;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.tally.Exclusion;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The superuser alters a proposal between the look at it and the decision. Each test ends
 * with its control: whoever looks again decides the altered one.
 */
@PingyiTest
class DecidedAsSeenTests {

	private static final int ALIKE = Signal.ALL_ALIKE.bit();

	private final Adjustments adjustments;

	private final AdjustmentSamples adjustmentSamples;

	private final Figures figures;

	private final Exclusions exclusions;

	private final Objections objections;

	private final ResultSamples results;

	private final BallotSamples ballots;

	private final Ballots store;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final Superuser superuser;

	DecidedAsSeenTests(Adjustments adjustments, AdjustmentSamples adjustmentSamples, Figures figures,
			Exclusions exclusions, Objections objections, ResultSamples results, BallotSamples ballots, Ballots store,
			CycleSamples cycles, UnitSamples units, Superuser superuser) {
		this.adjustments = adjustments;
		this.adjustmentSamples = adjustmentSamples;
		this.figures = figures;
		this.exclusions = exclusions;
		this.objections = objections;
		this.results = results;
		this.ballots = ballots;
		this.store = store;
		this.cycles = cycles;
		this.units = units;
		this.superuser = superuser;
	}

	/** With triggers off, as only the owner of everything can. */
	private void alter(String statement) {
		this.superuser.jdbc()
			.execute(
					"set session_replication_role = replica; " + statement + "; set session_replication_role = origin");
	}

	private static void changed(ThrowingCallable decision) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(decision).returns("audit.changed", Refusal::key);
	}

	private static void second(Runnable act) {
		As.secondOffice(() -> {
			act.run();
			return "";
		});
	}

	@Test
	void approvesOnlyTheAdjustmentThatWasSeen() {
		long id = proposed();
		SeenProposal seen = adjustment(id).seen();
		alter("update adjustment_adjustment set unit_id = " + this.units.policeBureau().id());
		changed(() -> second(() -> this.adjustments.approve(seen, "")));
		changed(() -> second(() -> this.adjustments.reject(seen, "来源不属实")));
		assertThat(adjustment(id).state()).isEqualTo(ProposalState.PROPOSED);
		second(() -> this.adjustments.approve(adjustment(id).seen(), ""));
		assertThat(adjustment(id)).returns(ProposalState.APPROVED, Adjustment::state)
			.returns(this.units.policeBureau().id(), (approved) -> approved.proposal().unit());
	}

	/** Whatever a decision goes by is part of what was seen. */
	@Test
	void noticesEveryColumnOfAnAdjustment() {
		long id = proposed();
		for (String change : List.of("rule = 'central'", "kind = 'BONUS'", "document = '批示'",
				"happened_on = happened_on - 1", "cause = 'other'", "handling = 'well'", "reason = '办理超期九天'",
				"source = 'hotline:1'", "quantity = 3", "proposed_by = 'office3'",
				"proposed_at = proposed_at - interval '1 day'")) {
			SeenProposal seen = adjustment(id).seen();
			alter("update adjustment_adjustment set " + change);
			assertThat(adjustment(id).seen()).as(change).isNotEqualTo(seen);
		}
	}

	private long proposed() {
		return this.adjustmentSamples.proposed(AdjustmentSamples.delay(this.cycles.opened(), this.units.waterBureau()));
	}

	private Adjustment adjustment(long id) {
		return As.office(() -> this.adjustments.find(id));
	}

	@Test
	void approvesOnlyTheFiguresThatWereSeen() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		As.office(() -> {
			this.figures.register(cycle.id(), List
				.of(new NewFigure(this.units.waterBureau().id(), "budget", new BigDecimal("80"), "财政局函〔2026〕8号")));
			return "";
		});
		List<SeenProposal> seen = figures(cycle);
		alter("update adjustment_figure set value = 100");
		changed(() -> second(() -> this.figures.approve(cycle.id(), seen)));
		changed(() -> second(() -> this.figures.reject(cycle.id(), seen)));
		second(() -> this.figures.approve(cycle.id(), figures(cycle)));
		assertThat(As.office(() -> this.figures.approved(cycle.id())).getFirst().figure().value())
			.isEqualByComparingTo("100");
	}

	private List<SeenProposal> figures(Cycle cycle) {
		return As.office(() -> this.figures.waiting(cycle.id())).stream().map(FigureEntry::seen).toList();
	}

	@Test
	void excludesOnlyTheBallotsThatWereSeen() {
		Cycle voted = this.results.voted();
		for (int index = 0; index < 10; index++) {
			Submission plain = this.ballots.submission(voted.id(), "ONLINE", this.units.policeBureau().id(), 1);
			this.store.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, ALIKE));
		}
		Cycle cycle = this.cycles.close(voted);
		As.office(() -> this.exclusions.propose(
				new NewExclusion(cycle.id(), "ONLINE", this.units.policeBureau().id(), ALIKE, "十份完全雷同", "机房日志记录")));
		SeenProposal seen = exclusion(cycle).seen();
		alter("update ballot_exclusion set unit_id = " + this.units.waterBureau().id());
		changed(() -> second(() -> this.exclusions.approve(cycle.id(), seen)));
		changed(() -> second(() -> this.exclusions.reject(cycle.id(), seen)));
		second(() -> this.exclusions.approve(cycle.id(), exclusion(cycle).seen()));
		assertThat(exclusion(cycle).approved()).isTrue();
	}

	private Exclusion exclusion(Cycle cycle) {
		return As.office(() -> this.exclusions.of(cycle.id())).getFirst();
	}

	@Test
	void decidesOnlyTheObjectionThatWasSeen() {
		Cycle cycle = this.results.noticed();
		long id = As.as("liaison.swj", () -> this.objections.file(cycle.id(), "base", "少计一份表彰"), "ROLE_LIAISON",
				"UNIT_SWJ");
		Supplier<Objection> objection = () -> As.office(() -> this.objections.byId(id));
		SeenProposal seen = objection.get().seen();
		alter("update result_objection set reason = '没有异议'");
		changed(() -> second(() -> this.objections.decide(seen, false, "维持原结果")));
		assertThat(objection.get().open()).isTrue();
		second(() -> this.objections.decide(objection.get().seen(), false, "维持原结果"));
		assertThat(objection.get().open()).isFalse();
	}

}
