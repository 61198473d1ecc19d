package org.pingyi.rules.cycle;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.SchemeSamples;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A year moves forward one guarded step at a time. */
@PingyiTest
class CyclesTests {

	private final Cycles cycles;

	private final Closings closings;

	private final CycleRepository repository;

	private final CyclePlans plans;

	private final CycleSamples samples;

	private final UnitSamples units;

	private final SchemeSamples schemes;

	private final TestClock clock;

	private final TransactionTemplate transactions;

	CyclesTests(Cycles cycles, Closings closings, CycleRepository repository, CyclePlans plans, CycleSamples samples,
			UnitSamples units, SchemeSamples schemes, TestClock clock, TransactionTemplate transactions) {
		this.cycles = cycles;
		this.closings = closings;
		this.repository = repository;
		this.plans = plans;
		this.samples = samples;
		this.units = units;
		this.schemes = schemes;
		this.clock = clock;
		this.transactions = transactions;
	}

	@Test
	void takesEveryStepOnce() {
		Cycle cycle = this.samples.closed();
		As.office(() -> {
			this.cycles.markCounted(cycle.id());
			this.cycles.markCounted(cycle.id());
			this.cycles.markNoticed(cycle.id());
			this.cycles.markPublished(cycle.id());
			return null;
		});
		assertThat(this.cycles.byCode("2026").phase()).isEqualTo(Phase.PUBLISHED);
		assertThat(this.cycles.steps(cycle.id())).extracting(Step::phase)
			.containsExactlyInAnyOrder(Phase.ANNOUNCED, Phase.OPENED, Phase.CLOSING, Phase.CLOSED, Phase.COUNTED,
					Phase.NOTICED, Phase.PUBLISHED);
	}

	@Test
	void refusesToSkipAStep() {
		Cycle cycle = this.samples.drafted();
		assertRefused("cycle.wrongPhase", () -> this.cycles.open(cycle.id()));
		assertRefused("cycle.wrongPhase", () -> this.cycles.markCounted(cycle.id()));
	}

	@Test
	void opensOnlyWithinItsDates() {
		Cycle cycle = this.samples.announced();
		this.clock.moveTo(CycleSamples.OPENS.minusDays(1));
		assertRefused("cycle.tooEarlyToOpen", () -> this.cycles.open(cycle.id()));
		this.clock.moveTo(CycleSamples.CLOSES.plusDays(1));
		assertRefused("cycle.tooLateToOpen", () -> this.cycles.open(cycle.id()));
		this.clock.moveTo(CycleSamples.OPENS);
		assertThat(this.samples.open(cycle).phase()).isEqualTo(Phase.OPENED);
	}

	@Test
	void closesOnItsLastDayAtTheEarliest() {
		Cycle cycle = this.samples.opened();
		this.clock.moveTo(CycleSamples.CLOSES.minusDays(1));
		assertRefused("cycle.tooEarlyToClose", () -> this.cycles.close(cycle.id()));
		As.office(() -> {
			this.plans.extend(cycle.id(), LocalDate.now(this.clock));
			this.cycles.close(cycle.id());
			return null;
		});
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.CLOSING);
	}

	@Test
	void takesBallotsOnlyWhileOpenAndWithinItsDates() {
		assertThat(this.cycles.current()).isEmpty();
		Cycle cycle = this.samples.opened();
		assertThat(this.cycles.current()).contains(cycle);
		this.clock.moveTo(CycleSamples.CLOSES.plusDays(1));
		assertThat(this.cycles.current()).isEmpty();
		assertThatThrownBy(() -> this.cycles.holdOpen(cycle.id())).hasMessage("cycle.notOpen");
	}

	@Test
	void keepsTheEmbargoUntilTheClose() {
		Cycle cycle = this.samples.opened();
		assertThatThrownBy(() -> As.as("sysadmin", () -> this.cycles.requireClosed(cycle.id()), "ROLE_SYSTEM_ADMIN"))
			.hasMessage("cycle.embargo");
		this.samples.close(cycle);
		assertThat(this.cycles.requireClosed(cycle.id()).phase()).isEqualTo(Phase.CLOSED);
	}

	@Test
	void isClosedOnlyOnceEverythingIsFinished() {
		Cycle cycle = this.samples.opened();
		this.closings.finish(cycle.id());
		assertThat(this.cycles.byId(cycle.id()).phase()).as("nobody closed it").isEqualTo(Phase.OPENED);
		assertThat(this.samples.beginClosing(cycle).phase()).isEqualTo(Phase.CLOSING);
		assertThat(this.closings.pending()).extracting(Cycle::id).containsExactly(cycle.id());
		assertThat(this.cycles.current()).isEmpty();
		assertRefused("cycle.closing", () -> this.cycles.requireClosed(cycle.id()));
		assertRefused("cycle.wrongPhase", () -> this.cycles.markCounted(cycle.id()));
		this.closings.finishPending();
		this.closings.finishPending();
		assertThat(this.closings.pending()).isEmpty();
		assertThat(this.cycles.steps(cycle.id())).filteredOn((step) -> step.phase().reached(Phase.CLOSING))
			.extracting(Step::phase, Step::by)
			.as("in the name of whoever closed it")
			.containsExactlyInAnyOrder(tuple(Phase.CLOSING, "office1"), tuple(Phase.CLOSED, "office1"));
	}

	/** The control is the second turn. */
	@Test
	void leavesACloseToTheNodeThatIsAtIt() {
		Cycle cycle = this.samples.opened();
		this.samples.beginClosing(cycle);
		this.transactions.executeWithoutResult((status) -> {
			assertThat(this.repository.tryTurn(cycle.id())).isTrue();
			CompletableFuture.runAsync(() -> this.closings.finish(cycle.id())).join();
			assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.CLOSING);
		});
		assertThat(this.samples.finishClosing(cycle).phase()).isEqualTo(Phase.CLOSED);
	}

	@Test
	void waitsWithTheCloseForBallotsInFlight() throws Exception {
		Cycle cycle = this.samples.opened();
		this.clock.moveTo(CycleSamples.CLOSES);
		CountDownLatch held = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> ballot = people.submit(() -> this.transactions.executeWithoutResult((status) -> {
				this.cycles.holdOpen(cycle.id());
				held.countDown();
				await(release);
			}));
			await(held);
			Future<?> close = people.submit(() -> this.samples.close(cycle));
			assertThatExceptionOfType(java.util.concurrent.TimeoutException.class)
				.isThrownBy(() -> close.get(300, TimeUnit.MILLISECONDS));
			release.countDown();
			ballot.get(10, TimeUnit.SECONDS);
			close.get(10, TimeUnit.SECONDS);
		}
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.CLOSED);
	}

	@Test
	void holdsThePhaseOfNowWhateverWasReadBefore() {
		Cycle cycle = this.samples.opened();
		this.clock.moveTo(CycleSamples.CLOSES);
		Phase held = this.transactions.execute((status) -> {
			assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.OPENED);
			CompletableFuture.runAsync(() -> this.samples.close(cycle)).join();
			return this.cycles.hold(cycle.id()).phase();
		});
		assertThat(held).isEqualTo(Phase.CLOSED);
	}

	@Test
	void takesAStepFromThePhaseOfNowWhateverWasReadBefore() {
		Cycle cycle = this.samples.opened();
		this.clock.moveTo(CycleSamples.CLOSES);
		assertRefused("cycle.wrongPhase", () -> this.transactions.executeWithoutResult((status) -> {
			assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.OPENED);
			CompletableFuture.runAsync(() -> this.samples.close(cycle)).join();
			this.cycles.close(cycle.id());
		}));
	}

	@Test
	void fixesItsUnitsWhenAnnounced() {
		Cycle cycle = this.samples.drafted();
		long left = this.units.taxOffice().id();
		As.office(() -> {
			this.plans.leaveOut(cycle.id(), Set.of(left));
			return null;
		});
		this.samples.announce(cycle);
		assertThat(this.cycles.participants(cycle.id())).hasSize(4).noneMatch((unit) -> unit.unit() == left);
		assertRefused("cycle.wrongPhase", () -> this.plans.leaveOut(cycle.id(), Set.of()));
	}

	@Test
	void refusesASecondYearWithTheSameCode() {
		Cycle cycle = this.samples.drafted();
		assertRefused("cycle.codeTaken", () -> this.plans
			.draft(new CyclePlan("2026", "again", cycle.schemeVersion(), CycleSamples.OPENS, CycleSamples.CLOSES)));
	}

	@Test
	void refusesToAnnounceAYearOfNobody() {
		Cycle cycle = this.samples.drafted(this.schemes.founding());
		assertRefused("cycle.nobody", () -> this.cycles.announce(cycle.id()));
	}

	@Test
	void letsOnlyTheOfficeMoveAYear() {
		Cycle cycle = this.samples.drafted();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.as("auditor", () -> {
			this.cycles.announce(cycle.id());
			return null;
		}, "ROLE_AUDITOR"));
	}

	private void assertRefused(String key, Runnable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> {
			act.run();
			return null;
		})).satisfies((refusal) -> assertThat(refusal.key()).isEqualTo(key));
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
