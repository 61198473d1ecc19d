package org.pingyi.intake.ballot.web;

import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What the office sees of a running vote. */
@PingyiTest
class ParticipationPageTests {

	private final MockMvcTester mvc;

	private final BallotSamples ballots;

	private final CycleSamples cycles;

	private final UnitSamples units;

	ParticipationPageTests(MockMvcTester mvc, BallotSamples ballots, CycleSamples cycles, UnitSamples units) {
		this.mvc = mvc;
		this.ballots = ballots;
		this.cycles = cycles;
		this.units = units;
	}

	@Test
	void countsBallotsPerUnitAndSaysWhichAreTooFew() {
		long cycle = this.cycles.opened().id();
		this.ballots.vote(cycle, "ONLINE", this.units.waterBureau().id(), 12, 1);
		this.ballots.vote(cycle, "ONLINE", this.units.taxOffice().id(), 1, 1);
		this.ballots.seal(cycle);
		assertThat(page("/desk/participation")).hasStatusOk()
			.bodyText()
			.contains("网上评议", "窗口服务部门", "<span>12</span>", "不足", "不适用", "都看不到答卷和得分")
			.contains("<td class=\"text-end\">13</td>");
	}

	@Test
	void saysHowManyWaitAndNotForWhom() {
		long cycle = this.cycles.opened().id();
		this.ballots.vote(cycle, "ONLINE", this.units.waterBureau().id(), 37, 1);
		assertThat(page("/desk/participation")).hasStatusOk()
			.bodyText()
			.contains("37 份等待封存")
			.doesNotContain("<span>37</span>");
		this.ballots.seal(cycle);
		assertThat(page("/desk/participation")).hasStatusOk()
			.bodyText()
			.contains("<span>37</span>")
			.doesNotContain("等待封存");
	}

	@Test
	void findsAUnitByItsName() {
		this.cycles.opened();
		assertThat(page("/desk/participation?cycle=2026&q=水务")).hasStatusOk()
			.bodyText()
			.contains("市水务局")
			.doesNotContain("市教育局");
		assertThat(page("/desk/participation?q=邮政")).hasStatusOk().bodyText().contains("没有符合条件的单位");
	}

	@Test
	void isHelpfulWithoutAnyYear() {
		assertThat(page("/desk/participation")).hasStatusOk().bodyText().contains("还没有考评年度");
	}

	@Test
	void isForTheOfficeOnly() {
		assertThat(this.mvc.get().uri("/desk/participation").with(user("unit").roles("LIAISON"))).hasStatus(403);
	}

	private MvcTestResult page(String address) {
		return this.mvc.get().uri(address).with(user("office1").roles("OFFICE")).exchange();
	}

}
