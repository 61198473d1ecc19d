package org.pingyi.intake.vote.phone;

import java.time.Duration;
import java.util.List;

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

	private final VoteSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	PhoneCodesTests(PhoneCodes codes, VoteSamples samples, TestClock clock, JdbcTemplate jdbc) {
		this.codes = codes;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void confirmsTheCodeThatWasSentToTheNumber() {
		this.codes.send(LI);
		this.codes.send(WANG);
		assertThat(this.codes.confirm(LI, this.samples.codeOf(LI))).isTrue();
		assertThat(this.codes.confirm(LI, this.samples.wrongCode(LI))).isFalse();
		assertThat(this.codes.confirm(WANG, " " + this.samples.codeOf(WANG) + " ")).isTrue();
	}

	@Test
	void sendsOnceInSixtySeconds() {
		this.codes.send(LI);
		this.clock.advance(Duration.ofSeconds(59));
		this.codes.send(LI);
		assertThat(this.samples.messages()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		this.codes.send(LI);
		assertThat(this.samples.messages()).isEqualTo(2);
	}

	@Test
	void sendsFiveTimesADay() {
		for (int time = 0; time < 8; time++) {
			this.codes.send(LI);
			this.clock.advance(Duration.ofMinutes(2));
		}
		assertThat(this.samples.messages()).isEqualTo(5);
		this.codes.send(WANG);
		assertThat(this.samples.messages()).isEqualTo(6);
		this.clock.advance(Duration.ofHours(23));
		this.codes.send(LI);
		assertThat(this.samples.codeOf(LI)).isNotEmpty();
		assertThat(this.codes.confirm(LI, this.samples.codeOf(LI))).isTrue();
	}

	@Test
	void expiresAfterFiveMinutes() {
		this.codes.send(LI);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.codes.confirm(LI, this.samples.codeOf(LI))).isFalse();
	}

	@Test
	void refusesTheRightCodeAfterFiveWrongOnes() {
		this.codes.send(LI);
		for (int guess = 0; guess < 5; guess++) {
			assertThat(this.codes.confirm(LI, this.samples.wrongCode(LI))).isFalse();
		}
		assertThat(this.codes.confirm(LI, this.samples.codeOf(LI))).isFalse();
	}

	@Test
	void takesARightCodeAgainWhenTheAnswerWasLost() {
		this.codes.send(LI);
		for (int reload = 0; reload < 7; reload++) {
			assertThat(this.codes.confirm(LI, this.samples.codeOf(LI))).isTrue();
		}
	}

	@Test
	void storesNeitherNumberNorCode() {
		this.codes.send(LI);
		List<String> rows = this.jdbc.queryForList("select c::text from vote_code c", String.class);
		assertThat(rows).singleElement().asString().doesNotContain(LI.digits());
		assertThat(this.jdbc.queryForList("select code_mac from vote_code", String.class)).singleElement()
			.asString()
			.matches("[0-9a-f]{64}");
	}

	@Test
	void readsMainlandNumbersAsPeopleTypeThem() {
		assertThat(PhoneNumber.read("0086 138-0000 1111")).contains(LI);
		assertThat(List.of("12800001111", "1380000111", "138000011112", "phone", "", "１３８００００１１１１"))
			.allMatch((typed) -> PhoneNumber.read(typed).isEmpty());
		assertThat(LI.masked()).isEqualTo("138****1111");
	}

}
