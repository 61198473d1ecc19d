package org.pingyi.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.playwright.Page;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiSecondTest;
import org.pingyi.Unplugged;
import org.pingyi.base.job.JobSamples;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Spreadsheet;
import org.pingyi.intake.adjustment.AdjustmentSamples;
import org.pingyi.intake.adjustment.Figures;
import org.pingyi.intake.adjustment.NewFigure;
import org.pingyi.intake.adjustment.Proposal;
import org.pingyi.intake.hotline.CaseFiles;
import org.pingyi.intake.hotline.HotlineSamples;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.intake.review.PageState;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.intake.review.list.InvitationLists;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.data.domain.PageRequest;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The pages of a demanding year in a real browser, on a phone, a tablet and a desk:
 * nothing is wider than the screen, nothing stands in anybody's way.
 */
@PingyiSecondTest
class IntakeLayoutTests {

	private static final RequestPostProcessor OFFICE = user("office2").roles("OFFICE");

	private static final RequestPostProcessor LIAISON = user("liaison-SWJ")
		.authorities(new SimpleGrantedAuthority("ROLE_LIAISON"), new SimpleGrantedAuthority("UNIT_SWJ"));

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final AdjustmentSamples adjustments;

	private final Figures figures;

	private final ReviewSamples reviews;

	private final ReviewSheets sheets;

	private final InvitationLists lists;

	private final CaseFiles cases;

	private final JobSamples jobs;

	private final KioskSamples kiosks;

	private final Tickets tickets;

	IntakeLayoutTests(MockMvcTester mvc, CycleSamples cycles, UnitSamples units, AdjustmentSamples adjustments,
			Figures figures, ReviewSamples reviews, ReviewSheets sheets, InvitationLists lists, CaseFiles cases,
			JobSamples jobs, KioskSamples kiosks, Tickets tickets) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.units = units;
		this.adjustments = adjustments;
		this.figures = figures;
		this.reviews = reviews;
		this.sheets = sheets;
		this.lists = lists;
		this.cases = cases;
		this.jobs = jobs;
		this.kiosks = kiosks;
		this.tickets = tickets;
	}

	@Test
	void fitsEveryScreen() {
		Cycle cycle = this.cycles.open(this.cycles.demanding());
		Map<String, RequestPostProcessor> pages = pages(cycle);
		try (Chromium chromium = Chromium.start()) {
			pages.forEach((address, person) -> look(chromium, address, person));
		}
	}

	private Map<String, RequestPostProcessor> pages(Cycle cycle) {
		long water = this.units.waterBureau().id();
		this.adjustments.approved(new Proposal(cycle.id(), water, "investment", "市招商局〔2026〕21号确认书",
				AdjustmentSamples.DAY, "", "", "引进项目到位资金两千万元", "desk", 2));
		As.office(() -> {
			this.figures.register(cycle.id(), List.of(new NewFigure(water, "budget", new BigDecimal("87.5"), "财政局函8号"),
					new NewFigure(this.units.taxOffice().id(), "budget", new BigDecimal("90"), "财政局函8号")));
			return cycle;
		});
		String token = this.reviews.leader(cycle.id()).token();
		this.sheets.saveOrder(token,
				Map.of("SWJ", Map.of("o1", 1, "o2", 1), "GAJ", Map.of("o1", 1), "JYJ", Map.of("o1", 3)),
				PageState.NONE);
		Map<String, RequestPostProcessor> pages = new LinkedHashMap<>(lists(cycle));
		pages.putAll(Map.of("/unit/claims/notices", LIAISON, "/unit/claims", LIAISON, "/desk/adjustments/notices",
				OFFICE, "/desk/adjustments/figures", OFFICE, "/desk/adjustments/new?cycle=2026&kind=BONUS", OFFICE,
				"/desk/adjustments", OFFICE, "/desk/invitations", OFFICE, "/desk/invitations/imports", OFFICE,
				this.reviews.address(token) + "/order", this.reviews.browser(token),
				this.reviews.address(token) + "/order?lang=en", this.reviews.browser(token)));
		return pages;
	}

	/** A list that waits, one with faults, and jobs that wait and are done. */
	private Map<String, RequestPostProcessor> lists(Cycle cycle) {
		UUID done = list(cycle, "LEADER", "一");
		confirm(done);
		this.jobs.runAll();
		UUID waiting = list(cycle, "LEADER", "二");
		confirm(waiting);
		String imports = "/desk/invitations/imports/";
		return Map.of(imports + list(cycle, "DEPUTY", "三"), OFFICE, imports + list(cycle, "LEADER", "四"), OFFICE,
				imports + list(cycle, "电台", "五"), OFFICE, "/desk/jobs", OFFICE, "/desk/jobs/" + waiting, OFFICE,
				"/desk/jobs/" + done, OFFICE, "/desk/jobs/" + done + "?lang=en", OFFICE,
				"/desk/hotline/imports/" + cases(cycle), OFFICE);
	}

	private UUID cases(Cycle cycle) {
		return Objects.requireNonNull(As.secondOffice(() -> this.cases.upload(cycle, "工单.xlsx", (reader) -> {
			reader.header(1, this.cases.columns());
			for (int row = 2; row < 60; row++) {
				reader.row(new Spreadsheet.Row(row,
						HotlineSamples.row("GE20001002026" + row, "2026-03-18", "市水务局", "停水两天没有通知，来电人反映强烈".repeat(9))));
			}
		}, PageRequest.of(0, 1))).id());
	}

	private UUID list(Cycle cycle, String channel, String name) {
		return Objects
			.requireNonNull(As.secondOffice(() -> this.lists.upload(cycle, "应邀评议人名单（最终版，九月修订）.xlsx", (reader) -> {
				reader.header(1, this.lists.columns());
				for (int row = 2; row < 100; row++) {
					reader.row(new Spreadsheet.Row(row, Map.of("姓名", "阿依古丽·买买提·" + name + row, "单位",
							"经济技术开发区管理委员会综合行政执法局", "渠道", channel, "评议对象", "全部")));
				}
			})).id());
	}

	private void confirm(UUID list) {
		As.secondOffice(() -> {
			this.lists.confirm(list, "", true);
			return list;
		});
	}

	/** English words are longer than Chinese ones, above all beside a radio button. */
	@Test
	void fitPhonesInEnglish() {
		Cycle cycle = this.cycles.opened();
		RequestPostProcessor visitor = device(this.kiosks.tabletOfWaterBureau());
		String form = "/q/" + this.tickets.issue(this.kiosks.tabletOfWaterBureau(), true);
		String link = this.reviews.leader(cycle.id()).token();
		try (Chromium chromium = Chromium.start()) {
			fits(chromium, visitor, "/kiosk", form, "/q/nothing", "/kiosk/pairing/nothing", "/", "/vote",
					"/vote/receipt", "/vote/counters", "/review", "/results/nothing", "/login");
			fits(chromium, this.reviews.browser(link), sheets(link));
			Page page = new Unplugged(this.mvc, visitor).page(chromium, Chromium.PHONE);
			page.navigate("/kiosk?lang=en");
			page.locator("button[name=phone]").click();
			Chromium.fits(page, "english-kiosk-phone");
			page.navigate(form + "?lang=en");
			page.locator("main button[type=submit]").click();
			Chromium.fits(page, "english-form-missing");
			page.locator(".kiosk-levels").all().forEach((item) -> item.locator("input").first().check());
			page.locator("main button[type=submit]").click();
			Chromium.fits(page, "english-thanks");
			this.cycles.close(cycle);
			fits(chromium, visitor, "/kiosk", "/vote", "/", "/review");
		}
	}

	private String[] sheets(String link) {
		String sheet = this.reviews.address(link);
		return new String[] { sheet, sheet + "/units/SWJ", sheet + "/signature" };
	}

	private static RequestPostProcessor device(String secret) {
		return (request) -> {
			request.setCookies(new Cookie("pingyi-kiosk", secret));
			return request;
		};
	}

	private void fits(Chromium chromium, RequestPostProcessor person, String... addresses) {
		Page page = new Unplugged(this.mvc, person).page(chromium, Chromium.PHONE);
		for (String address : addresses) {
			page.navigate(address + "?lang=en");
			assertThat(page.locator("html").getAttribute("lang")).as(address).isEqualTo("en");
			Chromium.fits(page, "english" + address.replaceAll("/(q|sheets)/[^/]{9,}", "/$1").replaceAll("\\W+", "-"));
		}
		page.context().close();
	}

	private void look(Chromium chromium, String address, RequestPostProcessor person) {
		Page page = new Unplugged(this.mvc, person).page(chromium, Chromium.PHONE);
		page.navigate(address);
		Chromium.lookAtEveryWidth(page,
				"intake" + address.replaceAll("/review/sheets/[^/]+", "-review")
					.replaceAll("-[0-9a-f-]{27}", "")
					.replaceAll("\\W+", "-"));
		page.context().close();
	}

}
