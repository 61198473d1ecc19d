package org.pingyi.base.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Each frame leads to the pages of the modules, by the roles of whoever sees it. */
@PingyiTest
class NavigationTests {

	private static final Pattern LINK = Pattern.compile("<p class=\"side-head\">([^<]+)</p>"
			+ "|<a class=\"side-link\" href=\"([^\"]+)\"\\s*(aria-current=\"page\")?>\\s*<svg[^>]*>\\s*"
			+ "<use href=\"/assets/base/web/icons.svg#([a-z]+)\"></use>\\s*</svg>\\s*<span>([^<]+)</span>");

	private final Rendering rendering;

	private final List<NavigationSource> sources;

	NavigationTests(Rendering rendering, List<NavigationSource> sources) {
		this.rendering = rendering;
		this.sources = sources;
	}

	@Test
	void theOfficeSeesItsDesk() {
		assertThat(links("desk", "/desk/groups/new", "OFFICE")).containsExactly("/desk home 首页",
				"/desk/units units 受评单位 *", "/desk/schemes schemes 考评办法", "/desk/cycles cycles 考评年度", "评议与数据",
				"/desk/participation participation 参与情况", "/desk/invitations invitations 邀请评议", "/desk/codes codes 评议码",
				"/desk/sms sms 短信", "/desk/kiosks kiosks 窗口终端", "/desk/inspections inspections 检查",
				"/desk/adjustments adjustments 加分扣分", "/desk/hotline hotline 热线", "/desk/jobs jobs 后台任务", "结果与反馈",
				"/desk/results results 结果", "/desk/objections objections 申诉", "/desk/lab lab 试算",
				"/desk/opinions opinions 意见整改");
	}

	@ParameterizedTest
	@CsvSource({ "HOTLINE, 评议与数据; /desk/hotline hotline 热线 *; /desk/jobs jobs 后台任务",
			"SYSTEM_ADMIN, /admin/accounts accounts 账号管理",
			"SECURITY_ADMIN, /admin/rights rights 权限管理; /admin/factors rights 二次验证" })
	void othersSeeTheirOwnSectionsOfTheDesk(String role, String sections) {
		assertThat(links("desk", "/desk/hotline/3", role)).containsExactly(sections.split("; "));
	}

	@Test
	void anAuditorSeesTheTrailAndTheFiles() {
		assertThat(links("desk", "/audit/trail", "AUDITOR")).containsExactly("/audit/trail trail 审计轨迹 *",
				"/audit/cycles results 离线核验");
	}

	@Test
	void aUnitAndAnInspectorHaveTheirOwnFrames() {
		assertThat(links("unit", "/unit", "LIAISON")).containsExactly("/unit schemes 考评内容 *",
				"/unit/claims adjustments 加分申报", "/unit/findings inspections 检查发现", "/unit/score results 我的得分",
				"/unit/opinions opinions 意见整改");
		assertThat(links("unit", "/unit/claims/7", "LIAISON")).contains("/unit schemes 考评内容",
				"/unit/claims adjustments 加分申报 *");
		assertThat(links("inspect", "/inspect/visits/1", "INSPECTOR")).containsExactly("/inspect inspections 检查任务 *");
	}

	@ParameterizedTest
	@CsvSource({ "/, /", "/results/2025, /", "/vote, /vote", "/vote/sheet, /vote", "/vote/receipt, /vote/receipt",
			"/elsewhere, ''" })
	void everybodySeesThePublicPages(String path, String current) {
		String page = As.as("nobody", () -> page("public", path, Locale.ENGLISH));
		assertThat(page).containsSubsequence("href=\"/\"", ">Home</a>", "href=\"/vote\"", ">Rate agencies</a>",
				"href=\"/vote/receipt\"", ">Check a receipt</a>");
		Matcher here = Pattern.compile("<a href=\"([^\"]+)\"\\s+aria-current=\"page\"").matcher(page);
		assertThat(here.results().map((one) -> one.group(1)))
			.containsExactlyElementsOf(current.isEmpty() ? List.of() : List.of(current));
	}

	@Test
	void everyAddressIsContributedOnceAndEveryPlaceIsTakenOnce() {
		List<Section> all = this.sources.stream().flatMap((source) -> source.sections().stream()).toList();
		assertThat(all).extracting(Section::address).doesNotHaveDuplicates();
		assertThat(all).extracting((section) -> section.area() + " " + section.order()).doesNotHaveDuplicates();
		assertThat(this.sources.stream().flatMap((source) -> source.landingPages().stream()))
			.extracting(LandingPage::order)
			.doesNotHaveDuplicates();
	}

	private List<String> links(String frame, String path, String role) {
		String page = As.as("somebody", () -> page(frame, path, Locale.SIMPLIFIED_CHINESE), "ROLE_" + role);
		return LINK.matcher(page)
			.results()
			.map((found) -> (found.group(1) != null) ? found.group(1)
					: found.group(2) + " " + found.group(4) + " " + found.group(5)
							+ ((found.group(3) != null) ? " *" : ""))
			.toList();
	}

	private String page(String frame, String path, Locale locale) {
		return this.rendering.render("sample/frame", path, locale, Map.of("frame", "base/web/" + frame));
	}

}
