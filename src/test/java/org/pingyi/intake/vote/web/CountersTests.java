package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody may compare how many ballots are where, while the vote runs and after. */
@PingyiTest
class CountersTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final BallotSamples ballots;

	private final UnitSamples units;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	CountersTests(MockMvcTester mvc, CycleSamples cycles, BallotSamples ballots, UnitSamples units, Superuser superuser,
			TestClock clock) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.ballots = ballots;
		this.units = units;
		this.jdbc = superuser.jdbc();
		this.clock = clock;
	}

	private String page(String language) {
		MvcTestResult result = this.mvc.get().uri("/vote/counters?lang=" + language).exchange();
		assertThat(result).hasStatusOk().bodyText().doesNotContain("??");
		return Citizen.text(result);
	}

	private Cycle opened() {
		Cycle cycle = this.cycles.opened();
		this.ballots.prove(cycle.id(), 9);
		this.vote(cycle, 7);
		this.ballots.seal(cycle.id());
		this.vote(cycle, 4);
		return cycle;
	}

	private void vote(Cycle cycle, int number) {
		this.ballots.vote(cycle.id(), "ONLINE", this.units.waterBureau().id(), number, 1);
	}

	private static Pattern row(String name, long number) {
		return Pattern.compile(name + "</th><td class=\"figure\">" + number + "<");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 目前还没有开放过的评议", "en, No vote has been opened yet" })
	void hasNothingToShowBeforeAnyYearIsKnown(String language, String words) {
		assertThat(page(language)).contains(words).doesNotContain("<table");
		this.cycles.drafted();
		assertThat(page(language)).contains(words).doesNotContain("2026");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 将从 2026-11-01 起开放", "en, opens on 2026-11-01" })
	void saysWhenAnAnnouncedYearOpens(String language, String words) {
		this.cycles.announced();
		assertThat(page(language)).contains(words).doesNotContain("<table");
	}

	@Test
	void showsTheRunningYear() {
		opened();
		assertThat(page("zh")).contains("各处的数目相符", "2026年度", "只公布全年的总数", "每位通过验证的人对每个单位只能评一次", "9 人 × 5 个单位，最多 45 张")
			.containsPattern(row("网上通过验证的人数", 9))
			.containsPattern(row("用掉的评议权", 11))
			.containsPattern(row("等待封存的选票", 4))
			.containsPattern(row("日志中的选票", 7))
			.containsPattern(row("日志中的回执", 7))
			.containsPattern(row("列入计分的选票", 7))
			.containsPattern(row("经两人核定另置的选票", 0))
			.doesNotContain("水务局", "不相符");
		assertThat(page("en")).contains("The figures agree everywhere", "only totals of the year", "so 45 at most")
			.containsPattern(row("Ballots waiting for the seal", 4))
			.doesNotContain("Does not hold");
	}

	@Test
	void showsTheLastYearAfterItsClose() {
		Cycle cycle = opened();
		assertThat(page("zh")).containsPattern(row("等待封存的选票", 4));
		this.cycles.close(cycle);
		assertThat(page("zh")).containsPattern(row("等待封存的选票", 0))
			.containsPattern(row("日志中的选票", 11))
			.doesNotContain("只公布全年的总数");
		assertThat(page("en")).containsPattern(row("Ballots in the log", 11)).contains("The figures agree everywhere");
	}

	@ParameterizedTest
	@CsvSource({ "zh, 不相符，请告知考评办, 最多 5 张", "en, please tell the appraisal office, so 5 at most" })
	void warnsOfMoreThanWasProved(String language, String warning, String most) {
		Cycle cycle = this.cycles.opened();
		this.ballots.prove(cycle.id(), 1);
		this.vote(cycle, 6);
		this.ballots.seal(cycle.id());
		assertThat(page(language)).contains("notice-bad", warning, most).containsOnlyOnce("state-bad");
	}

	@Test
	void warnsOfARightThatVanished() {
		opened();
		this.jdbc.update("delete from ballot_right where right_hash = (select right_hash from ballot_right limit 1)");
		assertThat(page("zh")).contains("notice-bad").containsSubsequence("state-bad", "state-bad");
	}

	@Test
	void isRenewedOnceAMinute() {
		Cycle cycle = opened();
		assertThat(page("zh")).containsPattern(row("等待封存的选票", 4)).contains("09:00");
		this.vote(cycle, 1);
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(page("zh")).as("nobody sees a ballot come in").containsPattern(row("等待封存的选票", 4)).contains("09:00");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(page("zh")).containsPattern(row("等待封存的选票", 5)).contains("09:01");
	}

	@Test
	void knowsNobody() {
		opened();
		MvcTestResult result = this.mvc.get().uri("/vote/counters").exchange();
		assertThat(result).hasStatusOk().doesNotContainHeader(HttpHeaders.SET_COOKIE);
		assertThat(result.getRequest().getSession(false)).isNull();
	}

	@Test
	void isFoundFromReceiptAndClosedDoor() {
		assertThat(this.mvc.get().uri("/vote/receipt")).bodyText().contains("href=\"/vote/counters\"");
		this.cycles.closed();
		assertThat(this.mvc.get().uri("/vote?lang=zh")).bodyText().contains("/vote/counters");
	}

}
