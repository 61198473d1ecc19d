package org.pingyi.intake.vote.web;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.TestClock;
import org.pingyi.intake.vote.ProofOfWork;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Who asks too often is told when to come again, and others are not. */
@NarrowGate
class EntranceLimitsTests {

	private static final String HOME = "203.0.113.9";

	private static final String ELSEWHERE = "203.0.113.10";

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	private final ProofOfWork work;

	private final CycleSamples cycles;

	private final TestClock clock;

	private Cycle cycle;

	EntranceLimitsTests(MockMvcTester mvc, VoteSamples samples, ProofOfWork work, CycleSamples cycles,
			TestClock clock) {
		this.mvc = mvc;
		this.samples = samples;
		this.work = work;
		this.cycles = cycles;
		this.clock = clock;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void tellsAnAddressWhenToAskForCodesAgain() {
		for (int time = 0; time < 5; time++) {
			assertThat(order(HOME, proof())).hasStatus(202);
		}
		assertThat(order(HOME, proof())).hasStatus(429).headers().hasValue("Retry-After", "720");
		assertThat(order(ELSEWHERE, proof())).hasStatus(202);
		this.clock.advance(Duration.ofSeconds(720));
		assertThat(order(HOME, proof())).hasStatus(202);
	}

	@Test
	void servesFewPhonesThatProveNoWork() {
		assertThat(order(HOME, "")).hasStatus(202);
		assertThat(order(HOME, "")).hasStatus(202);
		assertThat(order(HOME, "")).hasStatus(429).bodyText().contains("较新的浏览器", "评议码", "\"wait\":1800");
		assertThat(order(HOME, proof())).hasStatus(202);
		assertThat(order(ELSEWHERE, "")).hasStatus(202);
		assertThat(order("203.0.113.11", "")).as("the budget of all").hasStatus(429);
	}

	@Test
	void believesTheProxyAboutAddresses() {
		for (int time = 0; time < 5; time++) {
			assertThat(forwarded("10.0.0.2", HOME)).hasStatus(202);
		}
		assertThat(forwarded("10.0.0.3", HOME)).hasStatus(429);
		assertThat(forwarded("10.0.0.2", ELSEWHERE)).hasStatus(202);
		for (int time = 0; time < 5; time++) {
			assertThat(forwarded("192.0.2.5", "192.0.2." + (100 + time))).hasStatus(202);
		}
		assertThat(forwarded("192.0.2.5", "192.0.2.200")).as("a forged header").hasStatus(429);
	}

	/** They would be its owner's as well. */
	@Test
	void countsNoTriesByTheNumber() {
		for (int time = 0; time < 40; time++) {
			assertThat(guess("198.51.100." + time, "")).hasStatus(422);
		}
	}

	@Test
	void countsTriesFromOneAddressAndOnOneDevice() {
		for (int time = 0; time < 4; time++) {
			assertThat(ticket("198.51.100." + time, "a-device", "nonsense")).hasStatus(422);
		}
		assertThat(ticket("198.51.100.9", "a-device", "nonsense")).hasStatus(429).bodyText().contains("这台设备");
		for (int time = 0; time < 6; time++) {
			ticket(HOME, "", "nonsense");
		}
		assertThat(ticket(HOME, "", "nonsense")).hasStatus(429).bodyText().contains("您所在的网络");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/vote/receipt", "/vote/receipt/proof" })
	void boundsLookUpsOfReceipts(String address) {
		for (int time = 0; time < 4; time++) {
			assertThat(receipt(address)).hasStatusOk();
		}
		assertThat(receipt(address)).hasStatus(429);
		assertThat(receipt("/vote/receipt")).hasStatus(429).bodyText().contains("您所在的网络请求太多", "过几分钟再试");
		assertThat(receipt("/vote/receipt")).headers().containsHeader("Retry-After");
		assertThat(this.mvc.get().uri("/vote/receipt").remoteAddress(HOME)).hasStatusOk();
	}

	@Test
	void showsTheFormAgainWithWhatWasTyped() {
		order(HOME, "");
		order(HOME, "");
		assertThat(this.mvc.post().uri("/vote/codes").remoteAddress(HOME).param("phone", "138 0000 1111"))
			.hasStatus(429)
			.bodyText()
			.contains("value=\"138 0000 1111\"", "较新的浏览器");
	}

	@Test
	void marksPassesOfADeviceWithMoreThanThreeRights() {
		List<String> codes = this.samples.printed(this.cycle.id(), 4).codes();
		for (int one = 0; one < 3; one++) {
			assertThat(signals(codes.get(one), "a-device")).isEqualTo("0");
		}
		assertThat(signals(codes.get(2), "another-device")).isEqualTo("0");
		this.clock.advance(Duration.ofHours(2));
		assertThat(signals(codes.get(0), "a-device")).as("a right that it had").isEqualTo("0");
		assertThat(signals(codes.get(3), "a-device")).isEqualTo("16");
		assertThat(signals(codes.get(3), "")).isEqualTo("0");
	}

	private String signals(String code, String device) {
		String body = Citizen.text(ticket("198.51.100." + code.charAt(0) % 7 + code.charAt(1) % 7, device, code));
		assertThat(body).startsWith("{\"pass\":\"code:");
		return body.split("\\.")[3];
	}

	private String proof() {
		return this.samples.solved(this.work.challenge("192.0.2.1"));
	}

	private MvcTestResult order(String address, String proof) {
		return this.mvc.post()
			.uri("/vote/codes")
			.accept(MediaType.APPLICATION_JSON)
			.remoteAddress(address)
			.param("phone", VoteSamples.LI.digits())
			.param("work", proof)
			.exchange();
	}

	private MvcTestResult forwarded(String proxy, String address) {
		return this.mvc.post()
			.uri("/vote/codes")
			.accept(MediaType.APPLICATION_JSON)
			.remoteAddress(proxy)
			.header("X-Forwarded-For", address)
			.param("phone", VoteSamples.LI.digits())
			.param("work", proof())
			.exchange();
	}

	private MvcTestResult guess(String address, String device) {
		return this.mvc.post()
			.uri("/vote/passes")
			.accept(MediaType.APPLICATION_JSON)
			.remoteAddress(address)
			.param("phone", VoteSamples.WANG.digits())
			.param("code", "000000")
			.param("device", device)
			.exchange();
	}

	private MvcTestResult ticket(String address, String device, String code) {
		return this.mvc.post()
			.uri("/vote/passes")
			.accept(MediaType.APPLICATION_JSON)
			.remoteAddress(address)
			.param("ticket", code)
			.param("device", device)
			.exchange();
	}

	private MvcTestResult receipt(String address) {
		return this.mvc.post().uri(address).remoteAddress(HOME).param("code", "0000").exchange();
	}

}
