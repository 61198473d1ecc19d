package org.pingyi.intake.review.web;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.Participation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A reviewer puts units in order, and hands in only what the scheme calls valid. */
@PingyiTest
class OrderPagesTests {

	private static final List<String> UNITS = List.of("SWJ", "GAJ", "SWSWJ", "JYJ", "ZZB");

	private final MockMvcTester mvc;

	private final ReviewSamples samples;

	private final ReviewSheets sheets;

	private final Ballots ballots;

	private final CycleSamples cycles;

	OrderPagesTests(MockMvcTester mvc, ReviewSamples samples, ReviewSheets sheets, Ballots ballots,
			CycleSamples cycles) {
		this.mvc = mvc;
		this.samples = samples;
		this.sheets = sheets;
		this.ballots = ballots;
		this.cycles = cycles;
	}

	@Test
	void keepsEachPlaceAndShowsWhichAreUsed() {
		String token = leader(this.cycles.open(this.cycles.demanding()));
		assertThat(this.mvc.get().uri(this.samples.address(token)).with(this.samples.browser(token))).bodyText()
			.contains("排出名次", "/order");
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/order").with(this.samples.browser(token)))
			.hasStatusOk()
			.bodyText()
			.contains("还没有用的名次：1、2、3、4、5", "max=\"5\"", "name=\"SWJ.o1\"");
		assertThat(order(token).param("SWJ.o1", "1").param("GAJ.o1", "1").param("JYJ.o1", "4"))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/order").with(this.samples.browser(token)))
			.bodyText()
			.contains("还没有用的名次：2、3、5", "第 1 名重复：");
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/order?lang=en").with(this.samples.browser(token)))
			.bodyText()
			.contains("Places not used yet: 2、3、5", "Place 1 is given more than once");
	}

	@Test
	void answersAScriptWithThePlacesAlone() {
		String token = leader(this.cycles.open(this.cycles.demanding()));
		assertThat(order(token).param("SWJ.o1", "2").header("HX-Request", "true")).hasStatusOk()
			.bodyText()
			.contains("还没有用的名次：1、3、4、5")
			.doesNotContain("<html");
	}

	@Test
	void namesAPlaceThatCannotBeOneAndKeepsTheOthers() {
		String token = leader(this.cycles.open(this.cycles.demanding()));
		for (String wrong : List.of("0", "6", "1.5", "第一")) {
			assertThat(order(token).param("SWJ.o1", wrong).param("GAJ.o1", "2")).hasStatus(422)
				.bodyText()
				.contains("名次应是 1 到 5 的整数", "#SWJ.o1", "value=\"" + wrong + "\"");
			assertThat(this.sheets.open(token).unit("GAJ").orElseThrow().answers().answers()).containsEntry("o1", 2);
		}
	}

	@Test
	void refusesAPlaceGivenTwiceAtTheSignOff() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		String token = leader(cycle);
		assertThat(placed(token, 1, 2, 3, 4, 4)).hasStatus3xxRedirection();
		assertThat(sign(token)).hasStatus(422)
			.bodyText()
			.contains("“工作实绩”的第 4 名给了", "市教育局", "市委组织部", "每个名次只能用一次", "/order");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.sheets.signOff(token, UUID.randomUUID().toString()))
			.withMessage("ballot.sheet.placeTwice");
		assertThat(this.sheets.open(token).complete()).hasSize(5);
		assertThat(placed(token, 1, 2, 3, 4, 5)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/order").with(this.samples.browser(token)))
			.bodyText()
			.contains("所有名次都用上了", "签字确认");
		assertThat(sign(token)).hasStatusOk().bodyText().contains("谢谢您的评议");
		this.cycles.close(cycle);
		assertThat(this.ballots.participation(cycle.id())).extracting(Participation::ballots)
			.hasSize(5)
			.containsOnly(1L);
	}

	@Test
	void refusesASheetWithMoreAtALevelThanItMayHold() {
		String token = this.samples.invited(this.cycles.open(this.cycles.demanding()).id(), "DEPUTY", "李代表").token();
		UNITS.forEach((unit) -> this.samples.mark(token, unit, unit.equals("SWJ") ? 1 : 2));
		assertThat(sign(token)).hasStatus(422).bodyText().contains("您有 8 项评为“不满意”，超过了 5 项的上限（共 10 项，最多 50%）", "回去修改");
		assertThat(this.mvc.get()
			.uri(this.samples.address(token) + "/signature?lang=en")
			.with(this.samples.browser(token))).bodyText()
			.contains("You answered “Dissatisfied” 8 times; at most 5 times is allowed");
		UNITS.forEach((unit) -> this.samples.mark(token, unit, 9));
		assertThat(sign(token)).hasStatus(422).bodyText().contains("您有 0 项评为“满意”，没有达到 2 项的下限");
		this.samples.mark(token, "SWJ", 1);
		assertThat(sign(token)).hasStatusOk();
	}

	@Test
	void hasNoOrderWhereNothingIsPutInOrder() {
		String token = this.samples.invited(this.cycles.open(this.cycles.demanding()).id(), "DEPUTY", "李代表").token();
		assertThat(this.mvc.get().uri(this.samples.address(token) + "/order").with(this.samples.browser(token)))
			.hasStatus(404)
			.bodyText()
			.contains("逐个单位评议");
		assertThat(this.mvc.get().uri("/review/sheets/nothing/order")).hasStatus(403).bodyText().contains("重新打开");
	}

	private String leader(Cycle cycle) {
		return this.samples.leader(cycle.id()).token();
	}

	private MvcTestResult placed(String token, int... places) {
		MockMvcRequestBuilder order = order(token);
		for (int index = 0; index < places.length; index++) {
			order = order.param(UNITS.get(index) + ".o1", String.valueOf(places[index]))
				.param(UNITS.get(index) + ".o2", String.valueOf(index + 1));
		}
		return order.exchange();
	}

	private MockMvcRequestBuilder order(String token) {
		return this.mvc.post().uri(this.samples.address(token) + "/order").with(this.samples.browser(token));
	}

	private MvcTestResult sign(String token) {
		return this.mvc.post()
			.uri(this.samples.address(token) + "/signature")
			.with(this.samples.browser(token))
			.param("key", "key-of-more-than-sixteen")
			.exchange();
	}

}
