package org.pingyi.intake.vote.web;

import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The script of the page hands sheets in and is told in JSON what became of them. */
@PingyiTest
class SheetIntakeTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final Ballots ballots;

	private final Citizen li;

	private Cycle cycle;

	SheetIntakeTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples, Ballots ballots) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.ballots = ballots;
		this.li = new Citizen(mvc, samples);
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void answersWithAReceiptAndTheSameOneToARetry() {
		MultiValueMap<String, String> sheet = sheet("1");
		MvcTestResult first = this.li.post(SheetIntake.PATH, sheet);
		assertThat(first).hasStatusOk().bodyJson().extractingPath("$.receipts[0].unit").isEqualTo("市水务局");
		assertThat(Citizen.text(this.li.post(SheetIntake.PATH, sheet))).isEqualTo(Citizen.text(first));
		assertThat(this.ballots.counters(this.cycle.id()).rights()).isEqualTo(1);
	}

	@Test
	void carriesNeitherCookieNorSession() {
		MvcTestResult answer = this.li.post(SheetIntake.PATH, sheet("1"));
		assertThat(answer.getResponse().getCookies()).isEmpty();
		assertThat(answer.getRequest().getSession(false)).isNull();
		assertThat(answer).headers()
			.hasValue("Cache-Control", "no-store")
			.hasValue("X-Content-Type-Options", "nosniff");
	}

	@Test
	void namesTheUnitsThatWereRatedBefore() {
		MultiValueMap<String, String> sheet = sheet("1");
		this.li.post(SheetIntake.PATH, sheet);
		Citizen.rate(sheet, "SWJ", "2");
		assertThat(this.li.post(SheetIntake.PATH, sheet)).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.units")
			.isEqualTo(List.of("SWJ"));
	}

	@Test
	void saysInTheReadersLanguageWhyNothingWasStored() {
		MultiValueMap<String, String> sheet = sheet("1");
		sheet.set("pass", "forged");
		assertThat(this.li.post(SheetIntake.PATH, sheet)).hasStatus(HttpStatus.FORBIDDEN)
			.bodyText()
			.contains("评议凭证不完整");
		assertThat(this.mvc.post().uri(SheetIntake.PATH).params(sheet).cookie(new Cookie("pingyi-lang", "en")))
			.hasStatus(HttpStatus.FORBIDDEN)
			.bodyText()
			.doesNotContainPattern("\\p{IsHan}");
	}

	@Test
	void refusesAHalfFilledSheetAndOneWithoutUnits() {
		MultiValueMap<String, String> half = sheet("1");
		half.remove("SWJ.o05");
		assertThat(this.li.post(SheetIntake.PATH, half)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		half.remove("unit");
		assertThat(this.li.post(SheetIntake.PATH, half)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.ballots.counters(this.cycle.id()).rights()).isZero();
	}

	@Test
	void isNoPage() {
		assertThat(this.mvc.get().uri(SheetIntake.PATH)).hasStatus4xxClientError();
	}

	private MultiValueMap<String, String> sheet(String level) {
		MultiValueMap<String, String> sheet = this.li.enter();
		sheet.add("unit", "SWJ");
		Citizen.rate(sheet, "SWJ", level);
		return sheet;
	}

}
