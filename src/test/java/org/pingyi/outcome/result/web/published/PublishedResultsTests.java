package org.pingyi.outcome.result.web.published;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody reads published rankings and scorecards, and nothing else. */
@PingyiTest
class PublishedResultsTests {

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	PublishedResultsTests(MockMvcTester mvc, ResultSamples samples, CycleSamples cycles, BallotSamples ballots,
			UnitSamples units) {
		this.mvc = mvc;
		this.samples = samples;
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
	}

	@Test
	void explainsThatAYearIsNotPublishedYet() {
		this.samples.noticed();
		for (String address : new String[] { "/results/2026", "/results/2026/SWJ", "/results/2026.csv",
				"/results/2026.xlsx" }) {
			assertThat(this.mvc.get().uri(address)).hasStatus(404)
				.bodyText()
				.contains("结果还没有公布")
				.doesNotContain("市水务局");
		}
	}

	@Test
	void doesNotKnowAYearThatNeverWas() {
		assertThat(this.mvc.get().uri("/results/1999")).hasStatus(404);
	}

	@Test
	void ranksEachGroupInATableBesideItsChart() {
		this.samples.published();
		assertThat(this.mvc.get().uri("/results/2026")).hasStatusOk()
			.bodyText()
			.contains("id=\"table-WIN\"", "data-table=\"table-WIN\"", "data-name=\"水务局\"", "href=\"/results/2026/SWJ\"",
					"href=\"/results/2026.csv\"", "chart", "良好")
			.doesNotContain("style=", "onclick", "<script>");
	}

	@Test
	void leadsToTheNewestYear() {
		assertThat(this.mvc.get().uri("/results")).hasStatus(302).hasRedirectedUrl("/");
		this.samples.published();
		assertThat(this.mvc.get().uri("/results")).hasRedirectedUrl("/results/2026");
	}

	@Test
	void explainsAScoreLineByLine() {
		this.samples.published();
		assertThat(this.mvc.get().uri("/results/2026/SWJ")).hasStatusOk()
			.bodyText()
			.contains("市水务局得分明细", "网上评议", "试行办法", "与得分一致")
			.doesNotContain("??", "市教育局");
		assertThat(this.mvc.get().uri("/results/2026/NOBODY")).hasStatus(404);
	}

	@Test
	void saysThatFiguresOfFewAreWithheld() {
		Cycle cycle = this.samples.voted();
		this.ballots.vote(cycle.id(), "WINDOW", this.units.waterBureau().id(), 9, 4);
		this.ballots.vote(cycle.id(), "WINDOW", this.units.policeBureau().id(), 10, 4);
		Cycle closed = this.cycles.close(cycle);
		this.samples.count(closed);
		this.samples.notice(closed);
		this.samples.publish(closed);
		assertThat(this.mvc.get().uri("/results/2026/SWJ")).bodyText().contains("少于 10 份");
		assertThat(this.mvc.get().uri("/results/2026/GAJ")).bodyText().doesNotContain("少于 10 份");
	}

}
