package org.pingyi.intake.adjustment;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Figures from outside are registered by one person, approved by another, and last. */
@PingyiTest
class FiguresTests {

	private static final int RIVALS = 6;

	private final Figures figures;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	FiguresTests(Figures figures, CycleSamples cycles, UnitSamples units, Superuser superuser) {
		this.figures = figures;
		this.cycles = cycles;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void knowsWhatTheSchemeAsksForAndWhichUnitsLackIt() {
		Cycle cycle = opened();
		registered(cycle, "budget", "87.5");
		assertThat(As.office(() -> this.figures.progress(cycle.id()))).satisfiesExactly((budget) -> {
			assertThat(budget.need().key()).isEqualTo("budget");
			assertThat(budget.need().limits()).isEqualTo("0–100");
			assertThat(budget.approved()).isZero();
			assertThat(budget.waiting()).isOne();
			assertThat(budget.missing()).hasSize(4);
		}, (reports) -> assertThat(reports.missing()).hasSize(5));
		approve(cycle);
		assertThat(As.office(() -> this.figures.progress(cycle.id())).getFirst().approved()).isOne();
	}

	@Test
	void countsTheLatestThatASecondPersonApproved() {
		Cycle cycle = opened();
		registered(cycle, "budget", "80");
		approve(cycle);
		registered(cycle, "budget", "90.50");
		assertThat(values(cycle)).containsExactly("80");
		approve(cycle);
		assertThat(values(cycle)).containsExactly("90.50");
		registered(cycle, "budget", "70");
		As.secondOffice(() -> run(() -> this.figures.reject(cycle.id(), waiting(cycle))));
		assertThat(values(cycle)).containsExactly("90.50");
	}

	@Test
	void refusesTheOwnHandAndASecondDecision() {
		Cycle cycle = opened();
		registered(cycle, "budget", "80");
		List<SeenProposal> seen = waiting(cycle);
		assertThatThrownBy(() -> As.office(() -> run(() -> this.figures.approve(cycle.id(), seen))))
			.hasMessage("adjustment.ownProposal");
		approve(cycle);
		assertThatThrownBy(() -> As.secondOffice(() -> run(() -> this.figures.approve(cycle.id(), seen))))
			.hasMessage("adjustment.decided");
		assertThatThrownBy(() -> As.secondOffice(() -> run(() -> this.figures.approve(cycle.id(), List.of()))))
			.hasMessage("adjustment.figure.noneChosen");
	}

	@Test
	void refusesWhatTheSchemeHasNoPlaceFor() {
		Cycle cycle = opened();
		refused(cycle, "unheard", "1", "文件1号", "adjustment.figure.unknown");
		refused(cycle, "budget", "100.1", "文件1号", "adjustment.figure.outside");
		refused(cycle, "budget", "-1", "文件1号", "adjustment.figure.outside");
		refused(cycle, "reports", "0.12345678901", "文件1号", "adjustment.figure.outside");
		refused(cycle, "budget", "1", " ", "adjustment.documentMissing");
		registered(cycle, "reports", "-12.5");
	}

	@Test
	void takesNothingBeforeTheOpening() {
		Cycle cycle = this.cycles.demanding();
		refused(cycle, "budget", "1", "文件1号", "adjustment.notTaking");
	}

	@Test
	void neverChangesWhatIsRegisteredOrDecided() {
		Cycle cycle = opened();
		registered(cycle, "budget", "80");
		assertThatThrownBy(() -> this.jdbc.update("update adjustment_figure set value = 99"))
			.hasMessageContaining("only appended");
		assertThatThrownBy(() -> this.jdbc.update("delete from adjustment_figure"))
			.hasMessageContaining("only appended");
		assertThatThrownBy(() -> this.jdbc
			.update("update adjustment_figure set state = 'APPROVED', decided_by = proposed_by, decided_at = now()"))
			.hasMessageContaining("check");
		approve(cycle);
		assertThatThrownBy(() -> this.jdbc.update("update adjustment_figure set state = 'REJECTED'"))
			.hasMessageContaining("only appended");
	}

	@Test
	void letsExactlyOneOfParallelApprovalsThrough() throws Exception {
		Cycle cycle = opened();
		for (int round = 0; round < 5; round++) {
			registered(cycle, "budget", "8" + round);
			registered(cycle, "reports", "8" + round);
			List<SeenProposal> seen = waiting(cycle);
			assertThat(race((rival) -> approves(cycle, seen, rival))).isOne();
		}
		assertThat(this.jdbc.queryForObject("select count(*) from audit_entry where act = 'adjustment.figuresApproved'",
				Long.class))
			.isEqualTo(5);
	}

	@Test
	void isClosedToEverybodyElse() {
		Cycle cycle = opened();
		for (String role : List.of("ROLE_LIAISON", "ROLE_HOTLINE", "ROLE_AUDITOR", "ROLE_SYSTEM_ADMIN")) {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> As.as("somebody", () -> this.figures.approved(cycle.id()), role));
		}
	}

	private boolean approves(Cycle cycle, List<SeenProposal> seen, int rival) {
		try {
			return As.as("rival" + rival, () -> run(() -> this.figures.approve(cycle.id(), seen)), "ROLE_OFFICE");
		}
		catch (Refusal refusal) {
			assertThat(refusal.key()).isEqualTo("adjustment.decided");
			return false;
		}
	}

	private static int race(IntPredicate rival) throws Exception {
		CyclicBarrier start = new CyclicBarrier(RIVALS);
		try (ExecutorService pool = Executors.newFixedThreadPool(RIVALS)) {
			List<Callable<Boolean>> rivals = IntStream.range(0, RIVALS).<Callable<Boolean>>mapToObj((number) -> () -> {
				start.await();
				return rival.test(number);
			}).toList();
			int winners = 0;
			for (Future<Boolean> future : pool.invokeAll(rivals)) {
				winners += future.get() ? 1 : 0;
			}
			return winners;
		}
	}

	private Cycle opened() {
		return this.cycles.open(this.cycles.demanding());
	}

	private void registered(Cycle cycle, String key, String value) {
		As.office(() -> run(() -> this.figures.register(cycle.id(), List.of(figure(key, value, "财政局函〔2026〕8号")))));
	}

	private NewFigure figure(String key, String value, String document) {
		return new NewFigure(this.units.waterBureau().id(), key, new BigDecimal(value), document);
	}

	private void approve(Cycle cycle) {
		As.secondOffice(() -> run(() -> this.figures.approve(cycle.id(), waiting(cycle))));
	}

	private List<SeenProposal> waiting(Cycle cycle) {
		return As.office(() -> this.figures.waiting(cycle.id())).stream().map(FigureEntry::seen).toList();
	}

	private List<String> values(Cycle cycle) {
		return As.office(() -> this.figures.approved(cycle.id()))
			.stream()
			.map((entry) -> entry.figure().value().toPlainString())
			.toList();
	}

	private void refused(Cycle cycle, String key, String value, String document, String message) {
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> As
				.office(() -> run(() -> this.figures.register(cycle.id(), List.of(figure(key, value, document))))))
			.withMessage(message);
	}

	private static boolean run(Runnable act) {
		act.run();
		return true;
	}

}
