package org.pingyi.outcome.result.web;

import java.util.Objects;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.hotline.HotlineCase;
import org.pingyi.intake.hotline.HotlineCases;
import org.pingyi.intake.hotline.HotlineSamples;
import org.pingyi.outcome.result.Objection;
import org.pingyi.outcome.result.Objections;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Two complaints under one rule stay two, from the case to the decision, in a real
 * browser.
 */
@PingyiSecondTest
class EventLinesBrowserTests {

	private final Unplugged liaison;

	private final Unplugged office;

	private final ResultSamples results;

	private final CycleSamples cycles;

	private final HotlineSamples hotline;

	private final HotlineCases cases;

	private final AdjustmentSamples adjustments;

	private final Objections objections;

	EventLinesBrowserTests(MockMvcTester mvc, ResultSamples results, CycleSamples cycles, HotlineSamples hotline,
			HotlineCases cases, AdjustmentSamples adjustments, Objections objections) {
		this.liaison = new Unplugged(mvc,
				user("liaison.swj").authorities(AuthorityUtils.createAuthorityList("ROLE_LIAISON", "UNIT_SWJ")));
		this.office = new Unplugged(mvc, user("office1").roles("OFFICE"));
		this.results = results;
		this.cycles = cycles;
		this.hotline = hotline;
		this.cases = cases;
		this.adjustments = adjustments;
		this.objections = objections;
	}

	@Test
	void areObjectedToAndDecidedApartAndLeadToTheirCases() {
		Cycle cycle = noticed();
		try (Chromium browser = Chromium.start()) {
			Page unit = this.liaison.page(browser, 1440);
			object(unit, "2026-0001", "停水当天已经公告");
			object(unit, "2026-0002", "水压问题不属本单位");
			unit.navigate("/unit/score?cycle=2026");
			assertThat(unit.locator("section[aria-labelledby=filed] .card strong").allInnerTexts()).satisfiesExactly(
					(first) -> assertThat(first).contains("2026-0001"),
					(second) -> assertThat(second).contains("2026-0002"));
			assertThat(line(unit, "2026-0002").locator("a[href*='/desk/']").count()).isZero();
			line(unit, "2026-0002").locator("a[href*='/unit/claims']").click();
			assertThat(unit.locator("tr:target").innerText()).contains("2026-0002");

			Page desk = this.office.page(browser, 1440);
			decide(desk, "停水当天已经公告", "false", "2026-0001");
			decide(desk, "水压问题不属本单位", "true", "2026-0002");
			desk.navigate("/desk/results/2026/SWJ");
			line(desk, "2026-0002").locator("a[href*='/desk/hotline/']").click();
			assertThat(desk.locator("body").innerText()).contains("2026-0002", "水压太低").doesNotContain("停水两天");
		}
		assertThat(As.office(() -> this.objections.of(cycle.id())))
			.extracting(Objection::reason, EventLinesBrowserTests::upheld)
			.containsExactlyInAnyOrder(tuple("停水当天已经公告", false), tuple("水压问题不属本单位", true));
	}

	private static boolean upheld(Objection objection) {
		return Objects.requireNonNull(objection.decision()).upheld();
	}

	/** Two confirmed cases under the rule of delays count against the Water Bureau. */
	private Cycle noticed() {
		Cycle cycle = this.results.voted();
		this.hotline.taken(cycle, HotlineSamples.sheet(HotlineSamples.row("2026-0001", "2026-03-18", "SWJ", "停水两天没有通知"),
				HotlineSamples.row("2026-0002", "2026-04-02", "SWJ", "水压太低没人修")));
		for (HotlineCase taken : this.hotline.all(cycle)) {
			this.adjustments.approve(As.office(() -> this.cases.confirm(taken.id(), HotlineSamples.ownFault())));
		}
		Cycle closed = this.cycles.close(cycle);
		this.results.count(closed);
		this.results.notice(closed);
		return closed;
	}

	private static void object(Page unit, String number, String reason) {
		unit.navigate("/unit/score?cycle=2026");
		String key = unit.locator("#line option", new Page.LocatorOptions().setHasText(number)).getAttribute("value");
		unit.selectOption("#line", key);
		unit.fill("#reason", reason);
		unit.locator("form[action$='/objections'] button[type=submit]").click();
	}

	private static void decide(Page desk, String reason, String upheld, String number) {
		desk.navigate("/desk/objections?cycle=2026");
		desk.locator("tbody tr", new Page.LocatorOptions().setHasText(reason)).locator("a").click();
		assertThat(desk.locator("main strong").first().innerText()).contains(number);
		desk.check("input[name=upheld][value=" + upheld + "]");
		desk.fill("#reason", "已与来源核实");
		desk.locator("form[action$='/decision'] button[type=submit]").click();
	}

	private static Locator line(Page page, String number) {
		return page.locator(".score-lines tbody tr", new Page.LocatorOptions().setHasText(number));
	}

}
