package org.pingyi.intake.vote.phone;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.intake.vote.VoteSamples;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;
import static org.pingyi.intake.vote.VoteSamples.WANG;

/** How often codes go out, how long they last, how often they may be guessed. */
@PingyiTest
class PhoneCodesTests {

	private final PhoneCodes codes;

	private final SentCodes sent;

	private final VoteSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	PhoneCodesTests(PhoneCodes codes, SentCodes sent, VoteSamples samples, TestClock clock, JdbcTemplate jdbc) {
		this.codes = codes;
		this.sent = sent;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void confirmsTheCodeThatWasSentToTheNumber() {
		CodeOrder li = this.samples.order(LI);
		CodeOrder wang = this.samples.order(WANG);
		assertThat(this.codes.confirm(li, this.samples.codeOf(LI))).isTrue();
		assertThat(this.codes.confirm(li, this.samples.wrongCode(LI))).isFalse();
		assertThat(this.codes.confirm(wang, " " + this.samples.codeOf(WANG) + " ")).isTrue();
	}

	@Test
	void sendsOnceInSixtySeconds() {
		this.samples.order(LI);
		this.clock.advance(Duration.ofSeconds(59));
		this.samples.order(LI);
		assertThat(this.samples.messages()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.samples.order(LI);
		assertThat(this.samples.messages()).isEqualTo(2);
	}

	@Test
	void sendsThreeTimesADayFromOneNetwork() {
		press("203.0.113.0/24");
		assertThat(this.samples.messages()).isEqualTo(3);
		this.samples.order(WANG);
		assertThat(this.samples.messages()).isEqualTo(4);
		this.clock.advance(Duration.ofHours(23));
		CodeOrder next = this.samples.order(LI);
		assertThat(this.codes.confirm(next, this.samples.codeOf(LI))).isTrue();
	}

	/** Whoever presses from one network leaves the messages of others alone. */
	@Test
	void leavesMessagesToOtherNetworks() {
		press("203.0.113.0/24");
		CodeOrder owner = CodeOrder.place(CodeUse.VOTE, LI, "");
		this.samples.order(owner, networkApart("203.0.113.0/24"));
		assertThat(this.samples.messages()).isEqualTo(4);
		assertThat(this.codes.confirm(owner, this.samples.codeOf(LI))).isTrue();
	}

	/** However many press: 4 shares of 3 messages with 3 tries each are 36 guesses. */
	@Test
	void boundsTheGuessesOfADayAtOneNumber() {
		CodeOrder order = CodeOrder.place(CodeUse.VOTE, LI, "");
		int guesses = 0;
		for (int network = 0; network < 100; network++) {
			int before = this.samples.messages();
			this.samples.order(order, "10.0." + network + ".0/24");
			for (int guess = 0; guess < 5; guess++) {
				assertThat(this.codes.confirm(order, "no code")).isFalse();
			}
			boolean sent = this.samples.messages() > before;
			guesses += sent ? this.jdbc.queryForObject("select tries from vote_code", Integer.class) : 0;
			this.clock.advance(Duration.ofSeconds(61));
		}
		assertThat(this.samples.messages()).isEqualTo(12);
		assertThat(guesses).isEqualTo(36);
	}

	/** A network that shares with a stranger today does not for ever. */
	@Test
	void drawsSharesAnewEveryDay() {
		CodeOrder order = CodeOrder.place(CodeUse.VOTE, LI, "");
		List<Integer> shares = IntStream.range(0, 30).mapToObj((day) -> {
			this.clock.advance(Duration.ofDays(1));
			return this.sent.share(order, "203.0.113.0/24");
		}).distinct().toList();
		assertThat(shares).hasSizeGreaterThan(1).allMatch((share) -> share >= 0 && share < PhoneCodes.SHARES);
	}

	@Test
	void expiresAfterFiveMinutes() {
		CodeOrder order = this.samples.order(LI);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.codes.confirm(order, this.samples.codeOf(LI))).isFalse();
	}

	@Test
	void refusesTheRightCodeAfterThreeWrongOnes() {
		CodeOrder order = this.samples.order(LI);
		for (int guess = 0; guess < 3; guess++) {
			assertThat(this.codes.confirm(order, this.samples.wrongCode(LI))).isFalse();
		}
		assertThat(this.codes.confirm(order, this.samples.codeOf(LI))).isFalse();
	}

	/** Another browser has a code and tries of its own. */
	@Test
	void keepsOrdersForOneNumberApart() {
		CodeOrder stranger = this.samples.order(LI);
		String first = this.samples.codeOf(LI);
		this.clock.advance(Duration.ofMinutes(1));
		CodeOrder owner = this.samples.order(LI);
		for (int guess = 0; guess < 10; guess++) {
			assertThat(this.codes.confirm(stranger, this.samples.wrongCode(LI))).isFalse();
			assertThat(this.codes.confirm(new CodeOrder(CodeUse.VOTE, LI, ""), first)).isFalse();
		}
		assertThat(this.codes.confirm(stranger, this.samples.codeOf(LI))).isFalse();
		assertThat(this.codes.confirm(owner, this.samples.codeOf(LI))).isTrue();
		assertThat(this.codes.confirm(new CodeOrder(CodeUse.REVIEW, LI, owner.token()), this.samples.codeOf(LI)))
			.as("for another use")
			.isFalse();
	}

	/** The message of the first order is still good when a second one is sent nothing. */
	@Test
	void keepsTheCodeOfABrowserThatOrdersAgainTooSoon() {
		CodeOrder first = this.samples.order(LI);
		CodeOrder again = CodeOrder.place(CodeUse.VOTE, LI, first.token());
		this.samples.order(again, "203.0.113.0/24");
		assertThat(again).isEqualTo(first);
		assertThat(this.codes.confirm(again, this.samples.codeOf(LI))).isTrue();
		assertThat(CodeOrder.place(CodeUse.VOTE, LI, "guessable").token()).hasSize(43).isNotEqualTo(first.token());
	}

	@Test
	void takesARightCodeAgainWhenTheAnswerWasLost() {
		CodeOrder order = this.samples.order(LI);
		for (int reload = 0; reload < 7; reload++) {
			assertThat(this.codes.confirm(order, this.samples.codeOf(LI))).isTrue();
		}
	}

	@Test
	void storesNeitherNumberNorOrderNorCodeAndForgets() {
		CodeOrder order = this.samples.order(LI);
		List<String> rows = this.jdbc.queryForList(
				"select c::text from vote_code c union all select s::text from vote_code_share s", String.class);
		assertThat(rows).hasSize(2).noneMatch((row) -> row.contains(LI.digits()) || row.contains(order.token()));
		assertThat(this.jdbc.queryForList(
				"select order_mac from vote_code union select code_mac from vote_code union select share_mac from vote_code_share",
				String.class))
			.hasSize(3)
			.allMatch((mac) -> mac.matches("[0-9a-f]{64}"));
		this.clock.advance(Duration.ofDays(2));
		this.codes.forget();
		assertThat(this.jdbc.queryForObject("select (select count(*) from vote_code) + count(*) from vote_code_share",
				Long.class))
			.isZero();
	}

	@Test
	void readsMainlandNumbersAsPeopleTypeThem() {
		assertThat(PhoneNumber.read("0086 138-0000 1111")).contains(LI);
		assertThat(List.of("12800001111", "1380000111", "138000011112", "phone", "", "１３８００００１１１１"))
			.allMatch((typed) -> PhoneNumber.read(typed).isEmpty());
		assertThat(LI.masked()).isEqualTo("138****1111");
	}

	private void press(String network) {
		for (int time = 0; time < 8; time++) {
			this.samples.order(CodeOrder.place(CodeUse.VOTE, LI, ""), network);
			this.clock.advance(Duration.ofMinutes(2));
		}
	}

	/** A network that has another share of Mr Li's messages than this one. */
	private String networkApart(String other) {
		CodeOrder order = CodeOrder.place(CodeUse.VOTE, LI, "");
		return IntStream.range(0, 256)
			.mapToObj((third) -> "198.51." + third + ".0/24")
			.filter((network) -> this.sent.share(order, network) != this.sent.share(order, other))
			.findFirst()
			.orElseThrow();
	}

}
