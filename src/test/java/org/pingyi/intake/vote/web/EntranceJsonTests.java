package org.pingyi.intake.vote.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.PingyiTest;
import org.pingyi.intake.ballot.form.VerifiedSource;
import org.pingyi.intake.vote.ProofOfWork;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** The way in as the script of the page goes it, and printed codes in the form. */
@PingyiTest
class EntranceJsonTests {

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	private final VotePasses passes;

	private final VerifiedSource verified;

	private final CycleSamples cycles;

	private final JsonMapper json;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	EntranceJsonTests(MockMvcTester mvc, VoteSamples samples, VotePasses passes, VerifiedSource verified,
			CycleSamples cycles, JsonMapper json, JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.samples = samples;
		this.passes = passes;
		this.verified = verified;
		this.cycles = cycles;
		this.json = json;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void goesFromChallengeToPass() {
		MvcTestResult asked = this.mvc.get().uri("/vote/challenge").exchange();
		assertThat(asked).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
		ProofOfWork.Challenge challenge = this.json.readValue(Citizen.text(asked), ProofOfWork.Challenge.class);
		assertThat(challenge.algorithm()).isEqualTo("SHA-256");
		String proof = this.samples.solved(challenge);
		MvcTestResult ordered = post("/vote/codes", "phone", LI.digits(), "work", proof);
		assertThat(ordered).hasStatus(202).bodyJson().extractingPath("$.wait").isEqualTo(60);
		assertThat(pass(order(ordered), "000000x")).hasStatus(422);
		MvcTestResult won = pass(order(ordered), this.samples.codeOf(LI));
		assertThat(won).hasStatusOk();
		assertThat(this.passes.read(pass(won)).right()).startsWith("phone:");
	}

	@Test
	void takesAProofOnceAndSaysWhatToDoThen() {
		ProofOfWork.Challenge challenge = this.json
			.readValue(Citizen.text(this.mvc.get().uri("/vote/challenge").exchange()), ProofOfWork.Challenge.class);
		String proof = this.samples.solved(challenge);
		post("/vote/codes", "phone", LI.digits(), "work", proof);
		assertThat(post("/vote/codes", "phone", LI.digits(), "work", proof)).hasStatus(422)
			.bodyJson()
			.isStrictlyEqualTo("{\"message\":\"这次安全验证已经用过。请再点一次“获取验证码”。\"}");
	}

	@Test
	void refusesInTheReadersLanguage() {
		assertThat(post("/vote/codes", "phone", "12345")).hasStatus(422).bodyText().contains("11 位大陆手机号码");
		assertThat(post("/vote/codes?lang=en", "phone", "12345")).hasStatus(422)
			.bodyText()
			.contains("Enter a mainland mobile number of 11 digits. Go back");
		assertThat(post("/vote/passes", "phone", LI.digits(), "code", "000000")).hasStatus(422)
			.bodyText()
			.contains("验证码不对");
		assertThat(post("/vote/passes", "ticket", "ABCD")).hasStatus(422).bodyText().contains("没有 0、1、I、L 和 O");
		this.cycles.close(this.cycle);
		assertThat(post("/vote/codes", "phone", LI.digits())).hasStatus(409).bodyText().contains("\"message\":");
	}

	@Test
	void refusesAWrongCodeOnlyThreeTimesThoughEachIsRefused() {
		String order = order(post("/vote/codes", "phone", LI.digits()));
		for (int guess = 0; guess < 3; guess++) {
			assertThat(pass(order, this.samples.wrongCode(LI))).hasStatus(422);
		}
		assertThat(pass(order, this.samples.codeOf(LI))).hasStatus(422);
	}

	/** Nor has anybody else's page codes sent in the name of its visitors. */
	@ParameterizedTest
	@CsvSource({ "cross-site, 403, 0", "same-site, 403, 0", "same-origin, 202, 1", "none, 202, 1" })
	void sendsACodeOnlyForOurOwnPage(String site, int status, int messages) {
		assertThat(this.mvc.post()
			.uri("/vote/codes")
			.param("phone", LI.digits())
			.header("Accept", "application/json")
			.header("Sec-Fetch-Site", site)).hasStatus(status);
		assertThat(this.jdbc.queryForObject("select count(*) from vote_code", Integer.class)).isEqualTo(messages);
	}

	@Test
	void letsAPrintedCodeInByScriptAndByForm() {
		String code = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		String right = this.passes.read(pass(post("/vote/passes", "ticket", code))).right();
		assertThat(right).startsWith("code:");
		assertThat(this.passes.read(pass(post("/vote/passes", "ticket", code))).right()).isEqualTo(right);
		assertThat(this.mvc.post().uri("/vote/passes").param("ticket", code)).hasStatusOk()
			.bodyText()
			.contains("市水务局", "name=\"pass\" value=\"" + right);
		assertThat(this.mvc.post().uri("/vote/passes").param("ticket", "ABCD")).hasStatus(422)
			.bodyText()
			.contains("评议码输入有误", "name=\"phone\"")
			.as("above all ways, for it is of none of them alone")
			.matches("(?s)((?!<form).)*评议码输入有误.*");
	}

	@Test
	void countsEachRightOnceHoweverOftenItIsProved() {
		String code = this.samples.printed(this.cycle.id(), 2).codes().getFirst();
		assertThat(this.verified.verified(this.cycle.id())).isZero();
		post("/vote/passes", "ticket", code);
		post("/vote/passes", "ticket", code);
		String order = order(post("/vote/codes", "phone", LI.digits()));
		pass(order, this.samples.wrongCode(LI));
		assertThat(this.verified.verified(this.cycle.id())).isEqualTo(1);
		pass(order, this.samples.codeOf(LI));
		assertThat(this.verified.verified(this.cycle.id())).isEqualTo(2);
		assertThat(this.verified.verified(this.cycle.id() + 1)).isZero();
	}

	@Test
	void keepsProvedRightsUnderNoNameThatBallotsKnow() {
		String code = this.samples.printed(this.cycle.id(), 1).codes().getFirst();
		String right = this.passes.read(pass(post("/vote/passes", "ticket", code, "device", "a-device"))).right();
		String mac = right.substring("code:".length());
		assertThat(this.jdbc.queryForList("select w::text from vote_won w union all select d::text from vote_device d",
				String.class))
			.hasSize(2)
			.noneMatch((row) -> row.contains(mac) || row.contains("a-device"));
		this.cycles.close(this.cycle);
		assertThat(this.jdbc.queryForObject("select count(*) from vote_device", Long.class)).isZero();
		assertThat(this.verified.verified(this.cycle.id())).isEqualTo(1);
	}

	@Test
	void offersNoIdentityProviderWhereNoneIs() {
		assertThat(this.mvc.get().uri("/vote")).bodyText()
			.contains("/vote/codes", "/vote/passes")
			.doesNotContain("/vote/identity");
		assertThat(this.mvc.get().uri("/vote/identity")).hasStatus(404);
		assertThat(this.mvc.get().uri("/vote/identity/return?code=1&state=2")).hasStatus(422);
	}

	private MvcTestResult pass(String order, String code) {
		return post("/vote/passes", "phone", LI.digits(), "order", order, "code", code);
	}

	private String order(MvcTestResult ordered) {
		return this.json.readTree(Citizen.text(ordered)).get("order").asString();
	}

	private String pass(MvcTestResult won) {
		return this.json.readTree(Citizen.text(won)).get("pass").asString();
	}

	private MvcTestResult post(String address, String... fields) {
		var request = this.mvc.post().uri(address).accept(MediaType.APPLICATION_JSON);
		for (int field = 0; field < fields.length; field += 2) {
			request = request.param(fields[field], fields[field + 1]);
		}
		return request.exchange();
	}

}
