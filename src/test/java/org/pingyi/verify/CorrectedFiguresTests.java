package org.pingyi.verify;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.audit.SeenProposal;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.adjustment.FigureEntry;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A city that corrects a figure before the count is not accused. */
@PingyiTest
class CorrectedFiguresTests {

	private final Figures figures;

	private final ResultSamples results;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final VerifiedYear year;

	private final TestClock clock;

	private final Superuser superuser;

	@TempDir
	private Path folder;

	CorrectedFiguresTests(Figures figures, ResultSamples results, CycleSamples cycles, UnitSamples units,
			VerifiedYear year, TestClock clock, Superuser superuser) {
		this.figures = figures;
		this.results = results;
		this.cycles = cycles;
		this.units = units;
		this.year = year;
		this.clock = clock;
		this.superuser = superuser;
	}

	@Test
	void countsTheLatestAsTheEngineDoes() {
		Cycle cycle = corrected();
		this.results.count(cycle);
		assertThat(decided(cycle)).isEmpty();
	}

	@Test
	void namesTheOneThatWasPutBack() {
		Cycle cycle = corrected();
		this.superuser.jdbc().execute("alter table adjustment_figure disable trigger user");
		this.superuser.jdbc().update("delete from adjustment_figure where value = 20");
		this.superuser.jdbc().execute("alter table adjustment_figure enable trigger user");
		this.results.count(cycle);
		assertThat(decided(cycle)).extracting(Discrepancy::key)
			.contains("verify.decided.figure", "verify.decided.record");
	}

	/** The proof of a figure weighs as much as its value. */
	@Test
	void namesAnotherDocumentAndAnotherPerson() {
		Cycle cycle = corrected();
		this.results.count(cycle);
		for (String set : List.of("document = 'x'", "proposed_by = 'office3'", "decided_by = 'office3'")) {
			assertThat(altered(cycle, "update adjustment_figure set " + set + " where value = 20")).as(set)
				.extracting(Discrepancy::key)
				.containsOnly("verify.decided.record");
		}
	}

	private List<Discrepancy> altered(Cycle cycle, String sql) {
		TransactionTemplate transactions = this.superuser.transactions();
		return transactions.execute((status) -> {
			this.superuser.jdbc().execute("set local session_replication_role = replica");
			assertThat(this.superuser.jdbc().update(sql)).isOne();
			List<Discrepancy> findings = decided(cycle);
			status.setRollbackOnly();
			return findings;
		});
	}

	private Cycle corrected() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		approve(cycle, "10");
		this.clock.advance(Duration.ofMinutes(1));
		approve(cycle, "20");
		return this.cycles.close(cycle);
	}

	private void approve(Cycle cycle, String value) {
		NewFigure figure = new NewFigure(this.units.waterBureau().id(), "budget", new BigDecimal(value),
				"财政局函〔2026〕8号");
		As.office(() -> {
			this.figures.register(cycle.id(), List.of(figure));
			return cycle;
		});
		List<SeenProposal> waiting = As.office(() -> this.figures.waiting(cycle.id()))
			.stream()
			.map(FigureEntry::seen)
			.toList();
		As.secondOffice(() -> {
			this.figures.approve(cycle.id(), waiting);
			return cycle;
		});
	}

	private List<Discrepancy> decided(Cycle cycle) {
		return VerifiedYear.verify(this.year.auditFiles(cycle, this.folder), List.of(), EnumSet.of(Check.DECIDED))
			.findings();
	}

}
