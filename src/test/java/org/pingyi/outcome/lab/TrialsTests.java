package org.pingyi.outcome.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.scheme.SchemeSamples;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.ScorecardDiff;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Other rules are tried on a counted year, and nothing is written. */
@PingyiTest
class TrialsTests {

	private final Trials trials;

	private final Results results;

	private final ResultSamples samples;

	private final SchemeSamples schemeSamples;

	private final Schemes schemes;

	private final JdbcTemplate jdbc;

	TrialsTests(Trials trials, Results results, ResultSamples samples, SchemeSamples schemeSamples, Schemes schemes,
			JdbcTemplate jdbc) {
		this.trials = trials;
		this.results = results;
		this.samples = samples;
		this.schemeSamples = schemeSamples;
		this.schemes = schemes;
		this.jdbc = jdbc;
	}

	@Test
	void changesNothingUnderTheSameRules() {
		Cycle cycle = this.samples.counted();
		Run run = run(cycle);
		Trial trial = As.office(() -> this.trials.of(run, run.schemeVersion()));
		assertThat(trial.rows()).hasSize(5).allSatisfy((row) -> assertThat(row.difference()).isZero());
		assertThat(trial.moved()).isZero();
	}

	@Test
	void showsWhatOtherRulesWouldGive() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		SchemeVersion other = variant("\"points\": 1.5", "\"points\": 2.5");
		Trial trial = As.office(() -> this.trials.of(run, other.id()));
		assertThat(row(trial, "JYJ").difference()).isEqualByComparingTo("1");
		assertThat(row(trial, "SWJ").difference()).isZero();
	}

	@Test
	void opensTheLinesOfOneUnit() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		SchemeVersion other = variant("\"points\": 1.5", "\"points\": 2.5");
		assertThat(lines(run, other, "JYJ")).get().matches(ScorecardDiff::isChanged);
		assertThat(lines(run, other, "SWJ")).get().matches((lines) -> !lines.isChanged());
		assertThat(lines(run, other, "NOBODY")).isEmpty();
	}

	@Test
	void writesNothingButTheTrailOfTheLook() {
		Run run = run(this.samples.counted());
		SchemeVersion other = variant("\"from\": 90", "\"from\": 95");
		Map<String, String> before = contents();
		As.office(() -> this.trials.of(run, other.id()));
		assertThat(contents()).isEqualTo(before);
		this.jdbc.update("insert into result_publication values (?, ?, now(), 'control')", run.cycle(), run.id());
		assertThat(contents()).isNotEqualTo(before);
	}

	@Test
	void saysWhenRulesDoNotFit() {
		Run run = run(this.samples.counted());
		SchemeVersion other = variant("\"groups\": [\"*\"]", "\"groups\": [\"ELSEWHERE\"]");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> this.trials.of(run, other.id())))
			.extracting(Refusal::key)
			.isEqualTo("lab.noTree");
	}

	@Test
	void isForTheOfficeOnly() {
		Run run = run(this.samples.counted());
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("l", () -> this.trials.of(run, run.schemeVersion()), "ROLE_LIAISON", "UNIT_SWJ"));
	}

	private Run run(Cycle cycle) {
		return As.office(() -> this.results.runs(cycle.id())).getFirst();
	}

	private SchemeVersion variant(String part, String instead) {
		String founding = this.schemes.method("m01-founding-city");
		assertThat(founding).contains(part);
		return this.schemeSamples.frozen(founding.replace(part, instead));
	}

	private Optional<ScorecardDiff> lines(Run run, SchemeVersion version, String unit) {
		return As.office(() -> this.trials.lines(run, version.id(), unit));
	}

	private static Trial.Row row(Trial trial, String unit) {
		return trial.rows().stream().filter((row) -> row.unit().equals(unit)).findFirst().orElseThrow();
	}

	/** A digest of every table but the trail. */
	private Map<String, String> contents() {
		List<String> tables = this.jdbc.queryForList("""
				select quote_ident(tablename) from pg_tables
				where schemaname = 'public' and tablename not like 'audit%'
				""", String.class);
		return tables.stream().collect(Collectors.toMap(Function.identity(), this::digest));
	}

	private String digest(String table) {
		return String.valueOf(this.jdbc.queryForObject(
				"select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
						+ " t",
				String.class));
	}

}
