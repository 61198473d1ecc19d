package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** The whole way of a citizen, from the number to the receipt. */
@PingyiTest
class VoteFlowTests {

	private static final Pattern RECEIPT = Pattern.compile("<code>([^<]+)</code>");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	private final Ballots ballots;

	private final Citizen li;

	private Cycle cycle;

	VoteFlowTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples, Ballots ballots) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
		this.li = new Citizen(mvc, samples);
		this.ballots = ballots;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void startsWithTheYearAndItsLastDayAndSetsNoCookie() {
		MvcTestResult page = this.mvc.get().uri("/vote").exchange();
		assertThat(page).hasStatusOk().bodyText().contains(this.cycle.name(), "2026-11-30", "name=\"phone\"");
		assertThat(page.getResponse().getCookies()).isEmpty();
		assertThat(page.getRequest().getSession(false)).isNull();
	}

	@Test
	void takesRatingsOfTwoUnitsFromNumberToReceipt() {
		MultiValueMap<String, String> form = this.li.enter();
		form.addAll("unit", List.of("SWJ", "JYJ"));
		assertThat(this.li.post("/vote/sheet", form)).hasStatusOk().bodyText().contains("市水务局", "市教育局", "不了解");
		Citizen.rate(form, "SWJ", "1");
		Citizen.rate(form, "JYJ", "9");
		form.set("SWJ.opinion", "窗口排队<太久>");
		form.set("SWJ.forward", "yes");
		assertThat(this.li.post("/vote/review", form)).hasStatusOk()
			.bodyText()
			.contains("窗口排队&lt;太久&gt;", "很满意", "可以转给");
		assertThat(counted()).isZero();
		String receipts = Citizen.text(this.li.post("/vote/ballots", form));
		Matcher receipt = RECEIPT.matcher(receipts);
		assertThat(receipt.find()).isTrue();
		assertThat(counted()).isEqualTo(2);
		assertThat(Citizen.text(this.li.post("/vote/ballots", form))).isEqualTo(receipts);
		assertThat(counted()).isEqualTo(2);
		assertThat(checked(receipt.group(1))).contains("等待封存");
		this.cycles.close(this.cycle);
		assertThat(checked(receipt.group(1))).contains("已封存并计数");
		assertThat(checked("0000")).contains("没有找到这个回执");
	}

	@Test
	void answersAlikeWhetherACodeWentOutOrNot() {
		String first = this.li.order();
		String second = this.li.order();
		assertThat(this.samples.messages()).isEqualTo(1);
		assertThat(second).isEqualTo(first);
	}

	@Test
	void keepsWhatWasTypedWhileUnitsAreChanged() {
		MultiValueMap<String, String> form = this.li.enter();
		form.add("unit", "SWJ");
		Citizen.rate(form, "SWJ", "2");
		form.set("SWJ.opinion", "多开一个窗口");
		assertThat(this.li.post("/vote/choice", form)).hasStatusOk()
			.bodyText()
			.contains("name=\"SWJ.opinion\" value=\"多开一个窗口\"")
			.containsPattern("value=\"SWJ\"\\s+checked");
	}

	@Test
	void letsTheBackButtonFindThePageAgain() {
		assertThat(this.li.post("/vote/codes", Citizen.fields("phone", LI.digits()))).headers()
			.hasValue("Cache-Control", "private, no-cache");
	}

	@Test
	void leadsBackToTheStartWhoeverComesByAddress() {
		assertThat(this.mvc.get().uri("/vote/ballots")).hasStatus3xxRedirection().hasRedirectedUrl("/vote");
	}

	private String checked(String code) {
		return Citizen.text(this.li.post("/vote/receipt", Citizen.fields("code", code)));
	}

	private long counted() {
		return this.ballots.counters(this.cycle.id()).rights();
	}

}
