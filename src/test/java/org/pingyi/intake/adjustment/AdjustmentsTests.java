package org.pingyi.intake.adjustment;

import java.time.LocalDate;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Adjustments are proposed by one person and approved by another. */
@PingyiTest
class AdjustmentsTests {

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycleSamples;

	private final Cycles cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	AdjustmentsTests(Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycleSamples, Cycles cycles,
			UnitSamples units, Superuser superuser) {
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycleSamples = cycleSamples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void countsOnlyWhatASecondPersonApproved() {
		Cycle cycle = this.cycleSamples.opened();
		long approved = this.samples.approved(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		this.samples.proposed(AdjustmentSamples.accident(cycle, this.units.waterBureau()));
		this.samples.reject(this.samples.proposed(AdjustmentSamples.commendation(cycle, this.units.policeBureau())));
		assertThat(As.office(() -> this.adjustments.approved(cycle.id()))).singleElement().satisfies((only) -> {
			assertThat(only.id()).isEqualTo(approved);
			assertThat(only.kind()).isEqualTo(Kind.DEDUCTION);
			assertThat(only.decidedBy()).isEqualTo("office2");
		});
		assertThat(As.office(() -> this.adjustments.of(cycle.id(), this.units.waterBureau().id()))).hasSize(2);
	}

	@Test
	void worksTheDeductionOutWithItsFactors() {
		Cycle cycle = this.cycleSamples.opened();
		Rulebook rulebook = this.adjustments.rulebook(cycle.id());
		assertThat(rulebook.value("delay", "shared", "timely", 0)).hasValueSatisfying((value) -> {
			assertThat(value.calculation()).isEqualTo("0.5 × 0.5 × 0.5 = 0.125");
			assertThat(value.points()).isEqualByComparingTo("-0.125");
		});
		assertThat(rulebook.value("delay", "other", "none", 0).orElseThrow().amount()).isEqualTo("0");
		assertThat(rulebook.value("central", "", "", 0).orElseThrow().calculation()).isEqualTo("3");
		assertThat(rulebook.value("grave-accident", "", "", 0)).isEmpty();
		assertThat(rulebook.value("delay", "", "", 0)).isEmpty();
	}

	@Test
	void refusesApprovalByTheProposer() {
		Cycle cycle = this.cycleSamples.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(
				() -> As.office(() -> run(() -> this.adjustments.approve(this.adjustments.find(id).seen(), ""))))
			.hasMessage("adjustment.ownProposal");
		assertThatThrownBy(
				() -> As.office(() -> run(() -> this.adjustments.reject(this.adjustments.find(id).seen(), "不对"))))
			.hasMessage("adjustment.ownProposal");
	}

	@Test
	void holdsTheSecondPersonInTheTableToo() {
		Cycle cycle = this.cycleSamples.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(() -> this.jdbc.update("""
				update adjustment_adjustment set state = 'APPROVED', decided_by = proposed_by, decided_at = now()
				where id = ?""", id)).hasMessageContaining("check");
	}

	@Test
	void refusesASecondDecision() {
		Cycle cycle = this.cycleSamples.opened();
		long id = this.samples.approved(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(() -> this.samples.reject(id)).hasMessage("adjustment.decided");
		assertThatThrownBy(() -> As.office(() -> run(() -> this.adjustments.withdraw(id))))
			.hasMessage("adjustment.decided");
		assertThat(As.office(() -> this.adjustments.history(id))).extracting(Decision::state)
			.containsExactly(ProposalState.PROPOSED, ProposalState.APPROVED);
	}

	@Test
	void neverChangesADecisionOnceWritten() {
		Cycle cycle = this.cycleSamples.opened();
		this.samples.approved(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(() -> this.jdbc.update("update audit_decision set decided_by = 'somebody'"))
			.hasMessageContaining("only appended");
	}

	@Test
	void refusesWhatTheSchemeHasNoPlaceFor() {
		Cycle cycle = this.cycleSamples.opened();
		Proposal delay = AdjustmentSamples.delay(cycle, this.units.waterBureau());
		refused(AdjustmentSamples.commendation(cycle, this.units.waterBureau()), "adjustment.notOpenToUnit");
		refused(with(delay, "no-such-rule", delay.document(), delay.happenedOn(), "own"), "adjustment.ruleUnknown");
		refused(with(delay, "delay", " ", delay.happenedOn(), "own"), "adjustment.documentMissing");
		refused(with(delay, "delay", "文", LocalDate.of(2026, 11, 3), "own"), "adjustment.inTheFuture");
		refused(with(delay, "delay", "文", delay.happenedOn(), ""), "adjustment.causeMissing");
		assertThat(this.jdbc.queryForObject("select count(*) from adjustment_adjustment", Long.class)).isZero();
	}

	@Test
	void takesASourceOnceUntilItsProposalFalls() {
		Cycle cycle = this.cycleSamples.opened();
		Proposal proposal = AdjustmentSamples.deduction(cycle, this.units.waterBureau(), "own", "none", "hotline:1");
		long first = this.samples.proposed(proposal);
		refused(proposal, "adjustment.sourceUsed");
		this.samples.reject(first);
		this.samples.approved(proposal);
		refused(proposal, "adjustment.sourceUsed");
	}

	@Test
	void takesNothingBeforeTheOpeningOrAfterTheNotice() {
		Cycle announced = this.cycleSamples.announced();
		refused(AdjustmentSamples.delay(announced, this.units.waterBureau()), "adjustment.notTaking");
		Cycle closed = this.cycleSamples.close(this.cycleSamples.open(announced));
		long waiting = this.samples.proposed(AdjustmentSamples.delay(closed, this.units.waterBureau()));
		long refusable = this.samples.proposed(AdjustmentSamples.delay(closed, this.units.taxOffice()));
		As.office(() -> run(() -> this.cycles.markCounted(closed.id())));
		this.samples.approve(waiting);
		As.office(() -> run(() -> this.cycles.markNoticed(closed.id())));
		assertThatThrownBy(() -> this.samples.approve(refusable)).hasMessage("adjustment.notTaking");
		refused(AdjustmentSamples.delay(closed, this.units.waterBureau()), "adjustment.notTaking");
	}

	@Test
	void letsALiaisonClaimABonusForTheOwnUnitOnly() {
		Cycle cycle = this.cycleSamples.opened();
		Claim claim = new Claim(cycle.id(), "province", "省政府通报〔2026〕12号", AdjustmentSamples.DAY, "全省先进集体");
		long id = liaison("GAJ", () -> this.adjustments.claim(claim));
		this.samples.approve(id);
		assertThat(liaison("GAJ", () -> this.adjustments.own(cycle.id()))).extracting(Adjustment::id)
			.containsExactly(id);
		assertThat(liaison("SWJ", () -> this.adjustments.own(cycle.id()))).isEmpty();
		assertThatThrownBy(() -> liaison("SWJ", () -> this.adjustments.claim(claim)))
			.hasMessage("adjustment.notOpenToUnit");
		Claim veto = new Claim(cycle.id(), "grave-accident", "文", AdjustmentSamples.DAY, "事由已写明");
		assertThatThrownBy(() -> liaison("GAJ", () -> this.adjustments.claim(veto))).hasMessage("adjustment.onlyBonus");
	}

	@Test
	void letsOnlyTheProposerWithdraw() {
		Cycle cycle = this.cycleSamples.opened();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(() -> liaison("SWJ", () -> run(() -> this.adjustments.withdraw(id))))
			.hasMessage("adjustment.unknown");
		As.office(() -> run(() -> this.adjustments.withdraw(id)));
		assertThat(As.office(() -> this.adjustments.find(id)).state()).isEqualTo(ProposalState.WITHDRAWN);
	}

	@Test
	void showsEachReaderWhatWaitsForThem() {
		Cycle cycle = this.cycleSamples.opened();
		this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThat(As.office(() -> this.adjustments.waiting(cycle.id(), PageRequest.of(0, 10)))).isEmpty();
		assertThat(As.secondOffice(() -> this.adjustments.waiting(cycle.id(), PageRequest.of(0, 10)))).hasSize(1);
	}

	@Test
	void filtersAndPages() {
		Cycle cycle = this.cycleSamples.opened();
		this.samples.approved(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.taxOffice()));
		this.samples.proposed(AdjustmentSamples.accident(cycle, this.units.taxOffice()));
		assertThat(count(cycle, new AdjustmentFilter(null, null, null))).isEqualTo(3);
		assertThat(count(cycle, new AdjustmentFilter(Kind.VETO, null, null))).isOne();
		assertThat(count(cycle, new AdjustmentFilter(null, ProposalState.APPROVED, null))).isOne();
		assertThat(count(cycle, new AdjustmentFilter(null, null, this.units.taxOffice().id()))).isEqualTo(2);
		assertThat(As.office(() -> this.adjustments.search(cycle.id(), new AdjustmentFilter(null, null, null),
				PageRequest.of(1, 2))))
			.hasSize(1);
	}

	@Test
	void isClosedToEverybodyElse() {
		Cycle cycle = this.cycleSamples.opened();
		Proposal delay = AdjustmentSamples.delay(cycle, this.units.waterBureau());
		long id = this.samples.proposed(delay);
		SeenProposal seen = As.office(() -> this.adjustments.find(id)).seen();
		for (String role : new String[] { "ROLE_HOTLINE", "ROLE_AUDITOR", "ROLE_SYSTEM_ADMIN", "ROLE_LIAISON" }) {
			denied(role, () -> this.adjustments.propose(delay));
			denied(role, () -> run(() -> this.adjustments.approve(seen, "")));
			denied(role, () -> this.adjustments.find(id));
			denied(role, () -> this.adjustments.of(cycle.id(), delay.unit()));
		}
	}

	private void denied(String role, Supplier<?> act) {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("somebody", act::get, role, "UNIT_SWJ"));
	}

	private long count(Cycle cycle, AdjustmentFilter filter) {
		return As.office(() -> this.adjustments.search(cycle.id(), filter, PageRequest.of(0, 20))).getTotalElements();
	}

	private void refused(Proposal proposal, String key) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.samples.proposed(proposal)).withMessage(key);
	}

	private static Proposal with(Proposal proposal, String rule, String document, LocalDate day, String cause) {
		return new Proposal(proposal.cycle(), proposal.unit(), rule, document, day, cause, proposal.handling(),
				proposal.reason(), proposal.source());
	}

	private static <T> T liaison(String unit, Supplier<T> act) {
		return As.as("liaison-" + unit, act, "ROLE_LIAISON", "UNIT_" + unit);
	}

	private static boolean run(Runnable act) {
		act.run();
		return true;
	}

}
