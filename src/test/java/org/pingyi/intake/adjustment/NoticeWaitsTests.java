package org.pingyi.intake.adjustment;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is approved behind the back of a draft that the units already see. */
@PingyiTest
class NoticeWaitsTests {

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate approval;

	private final TransactionTemplate notice;

	NoticeWaitsTests(Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycles, UnitSamples units,
			JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = jdbc;
		this.approval = new TransactionTemplate(transactions);
		this.notice = new TransactionTemplate(transactions);
		this.notice.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Test
	void holdsThePhaseUntilAnApprovalIsCommitted() {
		Cycle cycle = this.cycles.closed();
		long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		As.secondOffice(() -> this.approval.execute((status) -> {
			assertThat(phaseIsFree(cycle)).as("before the approval").isTrue();
			this.adjustments.approve(this.adjustments.find(id).seen(), "");
			assertThat(phaseIsFree(cycle)).as("while the approval is on its way").isFalse();
			return id;
		}));
		assertThat(phaseIsFree(cycle)).as("after the commit").isTrue();
	}

	/** Whether a step of the year, which locks the row so, would go ahead now. */
	private boolean phaseIsFree(Cycle cycle) {
		try {
			this.notice.executeWithoutResult((status) -> this.jdbc.queryForObject(
					"select id from cycle_cycle where id = ? for no key update nowait", Long.class, cycle.id()));
			return true;
		}
		catch (UncategorizedSQLException ex) {
			assertThat(ex.getSQLException().getSQLState()).as("lock not available").isEqualTo("55P03");
			return false;
		}
	}

}
