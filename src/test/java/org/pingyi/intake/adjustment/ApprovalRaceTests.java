package org.pingyi.intake.adjustment;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Of several people who approve at once exactly one does. */
@PingyiTest
class ApprovalRaceTests {

	private static final int RIVALS = 8;

	private final Adjustments adjustments;

	private final AdjustmentSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	ApprovalRaceTests(Adjustments adjustments, AdjustmentSamples samples, CycleSamples cycles, UnitSamples units,
			Superuser superuser) {
		this.adjustments = adjustments;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void letsExactlyOneOfParallelApprovalsThrough() throws Exception {
		Cycle cycle = this.cycles.opened();
		for (int round = 0; round < 10; round++) {
			long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
			assertThat(race((rival) -> approves(rival, id))).isOne();
			assertThat(approvals(id)).isOne();
		}
	}

	@Test
	void wouldLetMoreThroughWithoutTheGuardOfTheRow() throws Exception {
		Cycle cycle = this.cycles.opened();
		int most = 0;
		trigger("disable");
		try {
			for (int round = 0; round < 10; round++) {
				long id = this.samples.proposed(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
				CyclicBarrier checked = new CyclicBarrier(RIVALS);
				most = Math.max(most, race((rival) -> checkThenWrite(rival, id, checked)));
			}
		}
		finally {
			trigger("enable");
		}
		assertThat(most).as("the control of the race").isGreaterThan(1);
	}

	@Test
	void holdsADecisionInTheTableToo() {
		Cycle cycle = this.cycles.opened();
		long id = this.samples.approved(AdjustmentSamples.delay(cycle, this.units.waterBureau()));
		assertThatThrownBy(() -> this.jdbc
			.update("update adjustment_adjustment set state = 'REJECTED', decided_by = 'rival' where id = ?", id))
			.hasMessageContaining("decided once");
	}

	private void trigger(String act) {
		this.jdbc.execute("alter table adjustment_adjustment " + act + " trigger adjustment_adjustment_decide_once");
	}

	private boolean approves(int rival, long id) {
		try {
			return As.as("rival" + rival, () -> {
				this.adjustments.approve(this.adjustments.find(id).seen(), "");
				return true;
			}, "ROLE_OFFICE");
		}
		catch (Refusal refusal) {
			assertThat(refusal.key()).isEqualTo("adjustment.decided");
			return false;
		}
	}

	/** What a naive approval would do: look first, write afterwards. */
	private boolean checkThenWrite(int rival, long id, CyclicBarrier checked) throws Exception {
		boolean open = "PROPOSED"
			.equals(this.jdbc.queryForObject("select state from adjustment_adjustment where id = ?", String.class, id));
		checked.await();
		return open && this.jdbc.update(
				"update adjustment_adjustment set state = 'APPROVED', decided_by = ?, decided_at = now() where id = ?",
				"rival" + rival, id) == 1;
	}

	private int approvals(long id) {
		Integer count = this.jdbc.queryForObject(
				"select count(*) from audit_decision where subject = ? and state = 'APPROVED'", Integer.class,
				"adjustment:" + id);
		return (count != null) ? count : -1;
	}

	private static int race(Rival rival) throws Exception {
		CyclicBarrier start = new CyclicBarrier(RIVALS);
		try (ExecutorService pool = Executors.newFixedThreadPool(RIVALS)) {
			List<Callable<Boolean>> rivals = IntStream.range(0, RIVALS).<Callable<Boolean>>mapToObj((number) -> () -> {
				start.await();
				return rival.wins(number);
			}).toList();
			int winners = 0;
			for (Future<Boolean> future : pool.invokeAll(rivals)) {
				winners += future.get() ? 1 : 0;
			}
			return winners;
		}
	}

	private interface Rival {

		boolean wins(int number) throws Exception;

	}

}
