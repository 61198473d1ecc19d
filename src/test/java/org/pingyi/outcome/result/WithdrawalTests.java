package org.pingyi.outcome.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Decision;
import org.pingyi.base.audit.Decisions;
import org.pingyi.base.audit.ProposalState;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Submission;
import org.pingyi.intake.ballot.key.KeyDestruction;
import org.pingyi.intake.ballot.key.KeyDestructions;
import org.pingyi.intake.ballot.tally.Exclusion;
import org.pingyi.intake.ballot.tally.Exclusions;
import org.pingyi.intake.ballot.tally.NewExclusion;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;
import org.pingyi.rules.scoring.Signal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whoever proposed something takes it back, alone, while nobody has decided it. */
@PingyiTest
class WithdrawalTests {

	private final ResultSamples results;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples samples;

	private final Ballots ballots;

	private final Figures figures;

	private final Exclusions exclusions;

	private final KeyDestructions destructions;

	private final Decisions decisions;

	private final JdbcTemplate jdbc;

	private final JdbcTemplate owner;

	WithdrawalTests(ResultSamples results, CycleSamples cycles, UnitSamples units, BallotSamples samples,
			Ballots ballots, Figures figures, Exclusions exclusions, KeyDestructions destructions, Decisions decisions,
			JdbcTemplate jdbc, Superuser superuser) {
		this.results = results;
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
		this.ballots = ballots;
		this.figures = figures;
		this.exclusions = exclusions;
		this.destructions = destructions;
		this.decisions = decisions;
		this.jdbc = jdbc;
		this.owner = superuser.jdbc();
	}

	@Test
	void takesFiguresBack() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		List<Long> ids = registered(cycle);
		refuses("audit.notOwn", () -> withdrawBySecond(cycle, ids));
		refuses("adjustment.figure.noneChosen", () -> withdraw(cycle, List.of()));
		withdraw(cycle, ids);
		refuses("audit.settled", () -> withdraw(cycle, ids));
		assertThat(As.office(() -> this.figures.waiting(cycle.id()))).isEmpty();
		withdrawn("figure:" + ids.getFirst(), "adjustment.figuresWithdrawn");
		assertThat(registered(cycle)).hasSize(1);
	}

	@Test
	void takesNoFigureBackThatWasDecided() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		List<Long> ids = registered(cycle);
		decideAsOwner("adjustment_figure", ", decided_at = now()");
		refuses("audit.settled", () -> withdraw(cycle, ids));
	}

	@Test
	void takesAnExclusionBackAndLetsItBeProposedAgain() {
		Cycle closed = alike();
		long id = propose(closed);
		refuses("audit.notOwn", () -> As.secondOffice(() -> withdraw(closed, id)));
		As.office(() -> withdraw(closed, id));
		refuses("audit.settled", () -> As.office(() -> withdraw(closed, id)));
		assertThat(As.office(() -> this.exclusions.of(closed.id()))).singleElement()
			.returns(false, Exclusion::approved)
			.returns(ProposalState.WITHDRAWN, (exclusion) -> exclusion.decision().state());
		withdrawn("exclusion:" + id, "ballot.apartWithdrawn");
		assertThat(propose(closed)).isNotEqualTo(id);
	}

	@Test
	void takesTheEndOfAKeyBackAndLetsItBeProposedAgain() {
		Cycle published = published();
		long id = proposeKey(published);
		refuses("audit.notOwn", () -> As.secondOffice(() -> withdrawKey(published, id)));
		As.office(() -> withdrawKey(published, id));
		refuses("audit.settled", () -> As.office(() -> withdrawKey(published, id)));
		withdrawn("key:" + id, "ballot.keyWithdrawn");
		assertThat(proposeKey(published)).isNotEqualTo(id);
	}

	/** Whatever the program does: the database tells a withdrawal from a decision. */
	@Test
	void isNobodyElsesInTheDatabaseEither() {
		registered(this.cycles.open(this.cycles.demanding()));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.owner
			.update("update adjustment_figure set state = 'WITHDRAWN', decided_by = 'office2', decided_at = now()"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.owner
			.update("update adjustment_figure set state = 'APPROVED', decided_by = proposed_by, decided_at = now()"));
	}

	private void withdrawn(String subject, String act) {
		assertThat(this.decisions.history(subject)).extracting(Decision::state)
			.containsExactly(ProposalState.PROPOSED, ProposalState.WITHDRAWN);
		assertThat(this.jdbc.queryForList("select actor from audit_entry where act = ?", String.class, act))
			.containsExactly("office1");
	}

	private void decideAsOwner(String table, String more) {
		this.owner.update("update " + table + " set state = 'APPROVED', decided_by = 'office2'" + more);
	}

	private List<Long> registered(Cycle cycle) {
		long water = this.units.waterBureau().id();
		return As.office(() -> {
			this.figures.register(cycle.id(),
					List.of(new NewFigure(water, "budget", new BigDecimal("87.5"), "财政局函8号")));
			return this.figures.waiting(cycle.id()).stream().map(FigureEntry::id).toList();
		});
	}

	private void withdraw(Cycle cycle, List<Long> ids) {
		As.office(() -> {
			this.figures.withdraw(cycle.id(), ids);
			return "";
		});
	}

	private void withdrawBySecond(Cycle cycle, List<Long> ids) {
		As.secondOffice(() -> {
			this.figures.withdraw(cycle.id(), ids);
			return "";
		});
	}

	private Cycle alike() {
		Cycle cycle = this.results.voted();
		for (int index = 0; index < 11; index++) {
			Submission plain = this.samples.submission(cycle.id(), "ONLINE", this.units.policeBureau().id(), 1);
			this.ballots.submit(new Submission(plain.cycle(), plain.channel(), plain.unit(), plain.raterClass(),
					plain.right(), plain.idempotencyKey(), plain.answers(), "", false, Signal.ALL_ALIKE.bit()));
		}
		return this.cycles.close(cycle);
	}

	private long propose(Cycle closed) {
		return As.office(() -> this.exclusions.propose(new NewExclusion(closed.id(), "ONLINE",
				this.units.policeBureau().id(), Signal.ALL_ALIKE.bit(), "答案全部雷同", "机房记录 2026-11-20")));
	}

	private String withdraw(Cycle closed, long id) {
		this.exclusions.withdraw(closed.id(), id);
		return "";
	}

	private Cycle published() {
		Cycle closed = this.cycles.close(this.results.voted());
		this.results.count(closed);
		this.results.notice(closed);
		this.results.publish(closed);
		return closed;
	}

	private long proposeKey(Cycle published) {
		return As.office(() -> {
			this.destructions.propose(published.id(), "申诉已全部办结");
			return Objects.requireNonNull(
					this.destructions.of(published.id()).stream().map(KeyDestruction::id).findFirst().orElse(null));
		});
	}

	private String withdrawKey(Cycle published, long id) {
		this.destructions.withdraw(published.id(), id);
		return "";
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(key, Refusal::key);
	}

}
