package org.pingyi.outcome.result.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Auditors take everything of a closed year, everybody what exposes nobody. */
@PingyiTest
class AuditFilesTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	AuditFilesTests(MockMvcTester mvc, ResultSamples samples, CycleSamples cycles, BallotSamples ballots,
			UnitSamples units, Superuser superuser) {
		this.mvc = mvc;
		this.samples = samples;
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void givesTheAuditorEverythingAfterTheClose() throws IOException {
		Cycle cycle = this.samples.voted();
		assertThat(audit("/audit/cycles")).bodyText().contains("还没有已截止的年度");
		assertThat(audit("/audit/cycles/2026/files")).hasStatus(HttpStatus.CONFLICT);
		this.cycles.close(cycle);
		assertThat(audit("/audit/cycles")).hasStatusOk()
			.bodyText()
			.contains("/audit/cycles/2026/files", "verify pingyi-2026-audit.zip")
			.doesNotContain("??");
		MvcTestResult files = audit("/audit/cycles/2026/files");
		assertThat(files.getResponse().getHeader("Content-Disposition")).contains("pingyi-2026-audit.zip");
		assertThat(unpacked(files)).containsKeys("ballots.csv", "trail.csv", "key.txt", "scores.csv");
		assertThat(
				this.jdbc.queryForList("select actor from audit_entry where act = 'result.filesTaken'", String.class))
			.containsExactly("auditor1");
	}

	@Test
	void staysClosedToTheOffice() {
		this.samples.closed();
		assertThat(this.mvc.get().uri("/audit/cycles/2026/files").with(user("office1").roles("OFFICE")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void publishesNothingThatExposesSomebody() throws IOException {
		Cycle cycle = this.samples.voted();
		this.ballots.vote(cycle.id(), "WINDOW", this.units.waterBureau().id(), 9, 4);
		this.ballots.vote(cycle.id(), "WINDOW", this.units.policeBureau().id(), 10, 4);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		assertThat(this.mvc.get().uri("/results/2026/recount.zip")).hasStatus(HttpStatus.NOT_FOUND);
		this.samples.publish(closed);
		Map<String, String> files = unpacked(this.mvc.get().uri("/results/2026/recount.zip").exchange());
		assertThat(files.keySet()).containsExactlyInAnyOrder("cycle.csv", "scheme.json", "units.csv", "runs.csv",
				"publication.csv", "acts.csv", "scores.csv", "counted.csv", "key.txt", "checkpoints.txt",
				"receipts.csv", "nodes.csv", "tallies.csv", "counters.csv");
		assertThat(files.get("tallies.csv")).contains(",SWJ,,0,0,0,9").doesNotContain(",SWJ,,0,1,4,9");
		assertThat(files.get("tallies.csv")).contains(",GAJ,,0,1,4,10");
		assertThat(files.get("counted.csv")).contains(",SWJ,0,0,9").doesNotContain(",SWJ,1,4,9");
		assertThat(files.get("nodes.csv").lines().skip(1)).isNotEmpty().noneMatch((node) -> node.startsWith("0,"));
		assertThat(files.get("acts.csv")).contains("pingyi-cycle-head/1").doesNotContain("pingyi-act/1");
		assertThat(files.get("scores.csv")).doesNotContain("card");
	}

	@Test
	void showsEverybodyWhatWasCountedWhere() {
		Cycle noticed = this.samples.noticed();
		assertThat(this.mvc.get().uri("/results/2026/recount")).hasStatus(HttpStatus.NOT_FOUND);
		this.samples.publish(noticed);
		assertThat(this.mvc.get().uri("/results/2026")).bodyText().contains("/results/2026/recount");
		assertThat(this.mvc.get().uri("/results/2026/recount")).hasStatusOk()
			.bodyText()
			.contains("各处的数目相符", "用掉的评议权", "/results/2026/recount.zip")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/results/2026/recount?lang=en")).bodyText().contains("Rights used");
	}

	@Test
	void saysWhereTheFiguresDidNotAgreeWhenItWasPublished() {
		Cycle noticed = this.samples.noticed();
		this.jdbc.update("delete from ballot_right where right_hash = (select right_hash from ballot_right limit 1)");
		this.samples.publish(noticed);
		assertThat(this.mvc.get().uri("/results/2026/recount")).bodyText().contains("各处的数目不相符");
	}

	private MvcTestResult audit(String address) {
		RequestPostProcessor auditor = user("auditor1").roles("AUDITOR");
		return this.mvc.get().uri(address).with(auditor).exchange();
	}

	private static Map<String, String> unpacked(MvcTestResult result) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}
