package org.pingyi.outcome.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.StatementCounter;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run is kept once, in few bytes; whoever reads a card reads what is about its unit,
 * and whoever reads the ranking reads no cards.
 */
@PingyiTest
class RunSizeTests {

	/** The statements of a card, however many units there are. */
	private static final int MOST = 12;

	private final Results results;

	private final Runs runs;

	private final RunDocuments documents;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples ballots;

	private final StatementCounter counter;

	private final JdbcTemplate jdbc;

	RunSizeTests(Results results, Runs runs, RunDocuments documents, ResultSamples samples, CycleSamples cycles,
			UnitSamples units, BallotSamples ballots, StatementCounter counter, JdbcTemplate jdbc) {
		this.results = results;
		this.runs = runs;
		this.documents = documents;
		this.samples = samples;
		this.cycles = cycles;
		this.units = units;
		this.ballots = ballots;
		this.counter = counter;
		this.jdbc = jdbc;
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 30 })
	void readsACardWithoutTheInputsOfOtherUnits(int number) {
		Cycle cycle = counted(number);
		List<String> statements = this.counter.of(() -> As.office(() -> this.results.draftCard(cycle.id(), "W2")));
		assertThat(statements).hasSizeBetween(1, MOST);
		assertThat(statements.stream().filter((sql) -> sql.contains("bars"))).isNotEmpty()
			.allMatch((sql) -> sql.contains("unit=?"));
		assertThat(statements.stream().filter((sql) -> sql.contains(".card"))).isNotEmpty()
			.allMatch((sql) -> sql.contains("unit=?"));
	}

	/** The control: what needs all inputs is seen to read them. */
	@Test
	void noticesWhoReadsAllInputs() {
		Cycle cycle = counted(3);
		Run run = this.runs.last(cycle.id()).orElseThrow();
		assertThat(this.counter.of(() -> this.documents.inputs(run.id()))).filteredOn((sql) -> sql.contains("bars"))
			.isNotEmpty()
			.noneMatch((sql) -> sql.contains("unit=?"));
	}

	@Test
	void readsTheRankingWithoutCards() {
		Cycle cycle = counted(3);
		assertThat(this.counter.of(() -> As.office(() -> this.results.draft(cycle.id())))).isNotEmpty()
			.noneMatch((sql) -> sql.contains(".card") || sql.contains("bars"));
	}

	@Test
	void goesOnWithoutReadingAnswersAgain() {
		Cycle cycle = counted(3);
		assertThat(this.counter.of(() -> this.samples.notice(cycle))).isNotEmpty()
			.noneMatch((sql) -> sql.contains("bars") || sql.contains("int8send"));
		assertThat(this.counter.of(() -> this.samples.count(cycle))).anyMatch((sql) -> sql.contains("int8send"));
	}

	@Test
	void keepsWhatWasCountedOnceAndPacked() throws IOException {
		Cycle cycle = counted(30);
		ByteArrayOutputStream document = new ByteArrayOutputStream();
		this.documents.writeInputs(this.runs.last(cycle.id()).orElseThrow().id(), document);
		assertThat(this.jdbc.queryForObject(
				"select count(*) from result_run where inputs is not null or outcome is not null", Long.class))
			.isZero();
		assertThat(this.jdbc.queryForObject(
				"select sum(octet_length(bars) + octet_length(inputs::text)) from result_inputs", Integer.class))
			.isBetween(1, document.size() / 3);
	}

	private Cycle counted(int number) {
		this.units.spread(number, "W");
		Cycle cycle = this.cycles.opened();
		this.units.city().forEach((unit) -> {
			for (int level = 1; level <= 5; level++) {
				this.ballots.vote(cycle.id(), "GRASSROOTS", unit.id(), 2, level);
			}
		});
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		return closed;
	}

}
