package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** What goes wrong on the way of a citizen, and what the pages then say. */
@PingyiTest
class VoteRefusalTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final VoteSamples samples;

	private final Ballots ballots;

	private final TestClock clock;

	private final Citizen li;

	private Cycle cycle;

	VoteRefusalTests(MockMvcTester mvc, CycleSamples cycles, UnitSamples units, VoteSamples samples, Ballots ballots,
			TestClock clock) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
		this.li = new Citizen(mvc, samples);
		this.ballots = ballots;
		this.clock = clock;
	}

	@BeforeEach
	void open() {
		IntStream.range(0, 21).forEach((number) -> this.units.registered("X" + number, "市直属" + number + "局", "ADM"));
		this.cycle = this.cycles.opened();
	}

	@Test
	void refusesANumberThatIsNoneAndKeepsIt() {
		assertThat(this.li.post("/vote/codes", Citizen.fields("phone", "12345"))).hasStatus(422)
			.bodyText()
			.contains("value=\"12345\"", "11 位");
		assertThat(this.samples.messages()).isZero();
	}

	@Test
	void refusesWrongExpiredAndTooOftenTriedCodesInTheSameWords() {
		this.li.order();
		String wrong = this.samples.wrongCode(LI);
		assertThat(this.li.code(wrong)).hasStatus(422).bodyText().contains("验证码不对", "138****1111", wrong);
		for (int guess = 0; guess < 4; guess++) {
			this.li.code(wrong);
		}
		assertThat(this.li.code(this.samples.codeOf(LI))).hasStatus(422).bodyText().contains("验证码不对");
		this.clock.advance(Duration.ofMinutes(2));
		this.li.order();
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(this.li.code(this.samples.codeOf(LI))).hasStatus(422).bodyText().contains("验证码不对");
	}

	/**
	 * Whoever asks for a code to somebody else's phone, and guesses, keeps nobody out.
	 */
	@Test
	void letsTheOwnerInWhateverStrangersGuessed() {
		Citizen stranger = new Citizen(this.mvc, this.samples);
		stranger.order();
		this.clock.advance(Duration.ofMinutes(1));
		this.li.order();
		String wrong = this.samples.wrongCode(LI);
		for (int guess = 0; guess < 40; guess++) {
			assertThat(stranger.code(wrong)).hasStatus(422);
		}
		assertThat(stranger.code(this.samples.codeOf(LI))).as("the code of another order").hasStatus(422);
		assertThat(this.li.code(this.samples.codeOf(LI))).hasStatusOk();
	}

	@Test
	void asksForOneToTwentyUnits() {
		MultiValueMap<String, String> form = this.li.enter();
		assertThat(this.li.post("/vote/sheet", form)).hasStatus(422).bodyText().contains("请至少选一个单位");
		form.addAll("unit", IntStream.range(0, 21).mapToObj((number) -> "X" + number).toList());
		assertThat(this.li.post("/vote/sheet", form)).hasStatus(422).bodyText().contains("一次最多评 20 个单位");
		form.put("unit", IntStream.range(0, 20).mapToObj((number) -> "X" + number).toList());
		assertThat(this.li.post("/vote/sheet", form)).hasStatusOk();
	}

	@Test
	void namesWhatIsMissingAndKeepsWhatWasTyped() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "2");
		form.set("SWJ.o03", "77");
		form.set("SWJ.opinion", "长".repeat(501));
		assertThat(this.li.post("/vote/review", form)).hasStatus(422)
			.bodyText()
			.contains("href=\"#SWJ.o03\"", "href=\"#SWJ.opinion\"", "长".repeat(501))
			.containsPattern("name=\"SWJ.o01\" value=\"2\"\\s+checked")
			.doesNotContain("href=\"#SWJ.o01\"");
	}

	@Test
	void saysWhichUnitsWereRatedBeforeAndStoresNothingElse() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "1");
		assertThat(this.li.post("/vote/ballots", form)).hasStatusOk();
		MultiValueMap<String, String> again = new LinkedMultiValueMap<>(form);
		again.set("key", "another-key-of-another-day");
		again.add("unit", "JYJ");
		Citizen.rate(again, "JYJ", "5");
		assertThat(this.li.post("/vote/ballots", again)).hasStatus(409)
			.bodyText()
			.contains("已经评议过", "市水务局", "提交其余 1 个单位")
			.contains("name=\"unit\" value=\"JYJ\"")
			.doesNotContain("name=\"unit\" value=\"SWJ\"");
		assertThat(counted()).isEqualTo(1);
		again.put("unit", List.of("JYJ"));
		assertThat(this.li.post("/vote/ballots", again)).hasStatusOk();
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void refusesATamperedAForeignAndAnOldPass() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "1");
		String pass = Objects.requireNonNull(form.getFirst("pass"));
		for (String bad : List.of(flipped(pass), "", "a.b.c.d", pass + "0")) {
			form.set("pass", bad);
			assertThat(this.li.post("/vote/ballots", form)).hasStatus(403).bodyText().contains("评议凭证不完整");
		}
		form.set("pass", pass);
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(this.li.post("/vote/ballots", form)).hasStatus(403).bodyText().contains("重新验证手机号");
		assertThat(counted()).isZero();
	}

	@Test
	void takesNothingOnceTheYearIsClosed() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "1");
		this.cycles.close(this.cycle);
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		assertThat(this.li.post("/vote/ballots", form)).hasStatus(409);
		assertThat(this.li.post("/vote/codes", Citizen.fields("phone", LI.digits()))).hasStatus(409)
			.bodyText()
			.contains("评议时间");
		assertThat(this.mvc.get().uri("/vote")).hasStatusOk().bodyText().contains("已经结束");
		assertThat(counted()).isZero();
	}

	private long counted() {
		return this.ballots.counters(this.cycle.id()).rights();
	}

	private static String flipped(String pass) {
		return ((pass.charAt(0) == 'a') ? 'b' : 'a') + pass.substring(1);
	}

}
