package org.pingyi.outcome.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.ChainedEntry;
import org.pingyi.base.audit.Entry;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.base.web.Refusal;
import org.pingyi.outcome.result.document.RunJson;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleId;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A year is counted, shown and published, and no run ever changes. */
@PingyiTest
class ResultsTests {

	private final Results results;

	private final ResultSamples samples;

	private final Runs runs;

	private final RunDocuments documents;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Audit audit;

	private final RunJson json;

	private final JdbcTemplate jdbc;

	ResultsTests(Results results, ResultSamples samples, Runs runs, RunDocuments documents, Cycles cycles,
			Schemes schemes, Audit audit, RunJson json, Superuser superuser) {
		this.json = json;
		this.results = results;
		this.samples = samples;
		this.runs = runs;
		this.documents = documents;
		this.cycles = cycles;
		this.schemes = schemes;
		this.audit = audit;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void keepsExactlyWhatTheRulesSayOfTheFrozenInputs() {
		Cycle cycle = this.samples.counted();
		Run run = office(() -> this.results.runs(cycle.id())).getFirst();
		Outcome again = Scoring.score(this.schemes.rules(run.schemeVersion()), this.documents.inputs(run.id()));
		assertThat(this.documents.outcome(run.id())).isEqualTo(again);
		assertThat(this.runs.scores(run.id()).stream().map(Score::card)).isEqualTo(again.scorecards());
		assertThat(again.scorecards()).hasSize(5);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.COUNTED);
	}

	@Test
	void putsTheBestFirstAndLinesThatAddUp() {
		Cycle cycle = this.samples.counted();
		Standings standings = office(() -> this.results.draft(cycle.id()));
		Standings.Group windows = standings.groups()
			.stream()
			.filter((group) -> group.code().equals("WIN"))
			.findFirst()
			.orElseThrow();
		assertThat(windows.name()).isEqualTo("窗口服务部门");
		assertThat(windows.rows()).extracting(Standings.Row::unit).containsExactly("SWJ", "GAJ");
		assertThat(windows.rows()).extracting(Standings.Row::rank).containsExactly(1, 2);
		Card card = office(() -> this.results.draftCard(cycle.id(), "SWJ"));
		assertThat(card.score()).isEqualByComparingTo(windows.rows().getFirst().score()).isPositive();
		assertThat(card.addsUp()).isTrue();
	}

	@Test
	void countsTheSameInputsToTheSameBytes() {
		Cycle cycle = this.samples.closed();
		Run first = this.samples.count(cycle);
		Run second = this.samples.count(cycle);
		assertThat(second.number()).isEqualTo(first.number() + 1);
		assertThat(second.inputsDigest()).isEqualTo(first.inputsDigest());
		assertThat(second.outcomeDigest()).isEqualTo(first.outcomeDigest());
	}

	@Test
	void countsAnApprovedBonusIntoANewRun() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		Run second = this.samples.count(cycle);
		Run first = office(() -> this.results.runs(cycle.id())).getLast();
		assertThat(second.inputsDigest()).isNotEqualTo(first.inputsDigest());
		Scorecard before = this.runs.score(first.id(), "JYJ").card();
		Scorecard after = this.runs.score(second.id(), "JYJ").card();
		assertThat(after.score().subtract(before.score())).isEqualByComparingTo("1.5");
	}

	@Test
	void neverChangesARun() {
		this.samples.counted();
		for (String change : List.of("update result_run set number = 2", "delete from result_score",
				"update result_score set score = 100")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.execute(change))
				.withMessageContaining("append only");
		}
	}

	@Test
	void keepsTheEmbargoForTheOfficeToo() {
		Cycle open = this.samples.voted();
		refuses("cycle.embargo", () -> this.results.count(open.id()));
		refuses("cycle.embargo", () -> this.results.draft(open.id()));
		refuses("cycle.embargo", () -> this.results.draftCard(open.id(), "SWJ"));
	}

	@Test
	void showsAUnitItsOwnCardOnlyAfterTheNotice() {
		Cycle cycle = this.samples.counted();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> liaison("SWJ", () -> this.results.ownCard(cycle.id())))
			.extracting(Refusal::key)
			.isEqualTo("result.notNoticed");
		this.samples.notice(cycle);
		assertThat(liaison("SWJ", () -> this.results.ownCard(cycle.id())).unit().code()).isEqualTo("SWJ");
		assertThat(liaison("JYJ", () -> this.results.ownCard(cycle.id())).unit().code()).isEqualTo("JYJ");
	}

	@Test
	void letsNoLiaisonReadWhatTheOfficeReads() {
		Cycle cycle = this.samples.noticed();
		for (Supplier<Object> look : List.<Supplier<Object>>of(() -> this.results.draftCard(cycle.id(), "JYJ"),
				() -> this.results.draft(cycle.id()), () -> this.results.runs(cycle.id()),
				() -> this.results.count(cycle.id()))) {
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> liaison("SWJ", look));
		}
	}

	@Test
	void leavesATrailOfEachLookBeforePublicationOnly() {
		Cycle cycle = this.samples.noticed();
		assertThat(looks()).isEmpty();
		office(() -> this.results.draft(cycle.id()));
		office(() -> this.results.draftCard(cycle.id(), "SWJ"));
		liaison("SWJ", () -> this.results.ownCard(cycle.id()));
		assertThat(looks()).extracting(Entry::subject)
			.containsExactlyInAnyOrder("cycle:2026", "cycle:2026/SWJ", "cycle:2026/SWJ");
		assertThat(looks()).extracting(Entry::actor).contains("office1", "liaison.swj");
		this.samples.publish(cycle);
		office(() -> this.results.draft(cycle.id()));
		assertThat(looks()).hasSize(3);
	}

	@Test
	void showsNothingToThePublicBeforePublication() {
		Cycle cycle = this.samples.noticed();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.results.published(cycle.id()))
			.extracting(Refusal::key)
			.isEqualTo("result.notPublished");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.results.publishedCard(cycle.id(), "SWJ"));
		this.samples.publish(cycle);
		assertThat(this.results.published(cycle.id()).groups()).isNotEmpty();
		assertThat(this.results.publishedCard(cycle.id(), "SWJ").addsUp()).isTrue();
		assertThat(this.results.publishedCycles()).extracting(Cycle::code).containsExactly("2026");
	}

	@Test
	void refusesToGoOnAfterSomethingWasApprovedSinceTheCount() {
		Cycle cycle = this.samples.counted();
		this.samples.commend(cycle);
		refuses("result.outdated", () -> {
			this.results.notice(cycle.id());
			return cycle;
		});
		this.samples.count(cycle);
		this.samples.notice(cycle);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
	}

	@Test
	void goesOnWithARunWhoseEventsHadNoIds() {
		Cycle cycle = this.samples.closed();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		early(run, inputs(run).replaceFirst(",\"id\":\"\\d+\"", ""));
		assertThat(office(() -> this.results.runs(cycle.id())).getFirst().inputsDigest())
			.isNotEqualTo(run.inputsDigest());
		this.samples.notice(cycle);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
	}

	/** Digests are those of the documents, whether they are kept whole or in parts. */
	@Test
	void joinsTheDocumentsThatWereDigested() {
		Cycle cycle = this.samples.closed();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		assertThat(RunJson.digest(inputs(run))).isEqualTo(run.inputsDigest());
		assertThat(RunJson.digest(outcome(run))).isEqualTo(run.outcomeDigest());
		assertThat(inputs(run)).isEqualTo(this.json.write(this.documents.inputs(run.id())));
		assertThat(outcome(run)).isEqualTo(this.json.write(this.documents.outcome(run.id())));
	}

	@Test
	void readsARunOfEarlyVersionsAsItReadsALaterOne() {
		Cycle cycle = this.samples.closed();
		this.samples.commend(cycle);
		Run run = this.samples.count(cycle);
		String inputs = inputs(run);
		String outcome = outcome(run);
		Card card = office(() -> this.results.draftCard(cycle.id(), "JYJ"));
		Standings draft = office(() -> this.results.draft(cycle.id()));
		early(run, inputs);
		assertThat(inputs(run)).isEqualTo(inputs);
		assertThat(outcome(run)).isEqualTo(outcome);
		assertThat(office(() -> this.results.draftCard(cycle.id(), "JYJ"))).isEqualTo(card);
		assertThat(office(() -> this.results.draft(cycle.id()))).isEqualTo(draft);
		this.samples.notice(cycle);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
	}

	private String inputs(Run run) {
		return written((out) -> this.documents.writeInputs(run.id(), out));
	}

	private String outcome(Run run) {
		return written((out) -> this.documents.writeOutcome(run.id(), out));
	}

	private static String written(OutgoingFile.Content content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			content.writeTo(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	/** Keeps a run as early versions did. */
	private void early(Run run, String inputs) {
		String outcome = outcome(run);
		triggers("disable");
		this.jdbc.execute("delete from result_inputs; update result_score set summary = null, seal = null");
		this.jdbc.update("""
				update result_run set inputs = ?::json, inputs_digest = ?, outcome = ?::json, sources_digest = null,
					conclusion = null""", inputs, RunJson.digest(inputs), outcome);
		triggers("enable");
	}

	private void triggers(String act) {
		List.of("result_run", "result_inputs", "result_score")
			.forEach((table) -> this.jdbc.execute("alter table " + table + " " + act + " trigger user"));
	}

	/** Of rank and grade, and of what is withheld, no digest of a run tells. */
	@ParameterizedTest
	@ValueSource(strings = { "summary = replace(summary::text, '\"rank\":1', '\"rank\":2')::json",
			"withheld = '[\"base\"]'", "alike_withheld = not alike_withheld", "seal = '\\x00'", "grade = 'poor'" })
	void showsAndPublishesNoScoresThatWereAlteredInTheDatabase(String alteration) {
		Cycle cycle = this.samples.counted();
		assertThat(office(() -> this.results.draft(cycle.id())).groups()).isNotEmpty();
		alter(alteration);
		refuses("result.altered", () -> this.results.draft(cycle.id()));
		refuses("result.altered", () -> this.results.draftCard(cycle.id(), "SWJ"));
		refuses("result.altered", () -> {
			this.results.notice(cycle.id());
			return cycle;
		});
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.COUNTED);
	}

	/** As scores of runs of earlier versions, which have no seals. */
	@Test
	void drawsScoresWithoutSealsFromTheScorecardsThatTheDigestCovers() {
		Cycle cycle = this.samples.counted();
		Standings draft = office(() -> this.results.draft(cycle.id()));
		alter("seal = null, summary = replace(summary::text, '\"rank\":1', '\"rank\":2')::json, alike = 1");
		assertThat(office(() -> this.results.draft(cycle.id()))).isEqualTo(draft);
		alter("card = replace(card::text, '\"rank\":1', '\"rank\":2')::json");
		refuses("result.altered", () -> this.results.draft(cycle.id()));
		refuses("result.altered", () -> {
			this.results.notice(cycle.id());
			return cycle;
		});
	}

	private void alter(String alteration) {
		triggers("disable");
		this.jdbc.update("update result_score set " + alteration);
		triggers("enable");
	}

	@Test
	void refusesToGoOnWhenABallotCameIn() {
		Cycle cycle = this.samples.counted();
		this.jdbc.update("update ballot_tally set count = count + 1 where item = 0");
		refuses("result.outdated", () -> {
			this.results.notice(cycle.id());
			return cycle;
		});
	}

	@Test
	void publishesOnlyTheRunThatWasReadLast() {
		Cycle cycle = this.samples.noticed();
		Run first = office(() -> this.results.runs(cycle.id())).getFirst();
		Run second = this.samples.count(cycle);
		assertThat(this.cycles.byId(cycle.id()).phase()).isEqualTo(Phase.NOTICED);
		refuses("result.newerRun", () -> publish(cycle, first));
		publish(cycle, second);
		assertThat(this.results.published(cycle.id()).run()).isEqualTo(second);
		refuses("result.alreadyPublished", () -> this.results.count(cycle.id()));
	}

	private Cycle publish(Cycle cycle, Run run) {
		return office(() -> {
			this.results.publish(CycleId.of(cycle), new RunId(run.id()));
			return cycle;
		});
	}

	private List<Entry> looks() {
		return As.as("auditor1", () -> this.audit.search("result.draftRead", List.of(), 0, 50), "ROLE_AUDITOR")
			.entries()
			.stream()
			.map(ChainedEntry::entry)
			.toList();
	}

	private static void refuses(String key, Supplier<?> act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> office(act::get))
			.extracting(Refusal::key)
			.isEqualTo(key);
	}

	private static <T> T office(Supplier<T> act) {
		return As.office(act);
	}

	private static <T> T liaison(String unit, Supplier<T> act) {
		return As.as("liaison." + unit.toLowerCase(java.util.Locale.ROOT), act, "ROLE_LIAISON", "UNIT_" + unit);
	}

}
