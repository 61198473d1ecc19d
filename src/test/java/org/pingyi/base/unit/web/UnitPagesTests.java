package org.pingyi.base.unit.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.PingyiTest;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.unit.Units;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office's pages of units and groups. */
@PingyiTest
class UnitPagesTests {

	private final MockMvcTester mvc;

	private final Units units;

	private final UnitSamples samples;

	UnitPagesTests(MockMvcTester mvc, Units units, UnitSamples samples) {
		this.mvc = mvc;
		this.units = units;
		this.samples = samples;
	}

	@Test
	void leadsAnEmptyRegisterToTheImport() {
		assertThat(get("/desk/units")).hasStatusOk().bodyText().contains("还没有登记任何单位", "导入单位名册");
	}

	@Test
	void listsAndFinds() {
		this.samples.city();
		assertThat(get("/desk/units")).hasStatusOk().bodyText().contains("市公安局", "窗口服务", "共 5 个单位");
		assertThat(get("/desk/units?text=税务")).bodyText().contains("市税务局").doesNotContain("市公安局");
		assertThat(get("/desk/units?group=PTY")).bodyText().contains("市委组织部").doesNotContain("市公安局");
		assertThat(get("/desk/units?text=无此单位")).bodyText().contains("没有符合条件的单位");
	}

	@Test
	void registersAUnit() {
		this.samples.city();
		assertThat(get("/desk/units/new")).hasStatusOk().bodyText().contains("2026-11-02");
		assertThat(register("slj", "市水利局")).hasRedirectedUrl("/desk/units/SLJ");
		assertThat(this.units.byCode("SLJ")).map(Unit::name).hasValue("市水利局");
		assertThat(get("/desk/units/SLJ")).hasStatusOk().bodyText().contains("市水利局", "窗口服务部门", "至今");
	}

	@Test
	void keepsWhatWasTypedWhenAUnitIsRefused() {
		this.samples.city();
		assertThat(register("SWJ", "市水利局")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("代码 SWJ 已被使用", "value=\"市水利局\"");
		assertThat(register("", "市水利局")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请填写代码");
	}

	@Test
	void changesAUnit() {
		this.samples.city();
		assertThat(get("/desk/units/SWJ/edit")).hasStatusOk().bodyText().contains("value=\"市水务局\"");
		assertThat(this.mvc.post()
			.uri("/desk/units/SWJ")
			.param("name", "市水务和湖泊局")
			.param("shortName", "水湖局")
			.with(office())
			.with(csrf())).hasRedirectedUrl("/desk/units/SWJ");
		assertThat(this.samples.waterBureau().traits()).isEmpty();
	}

	@Test
	void keepsTheWordsThatCitizensFindAUnitBy() {
		this.samples.city();
		assertThat(get("/desk/units/SWJ/edit")).bodyText().contains("水费 停水 自来水 排水</textarea>");
		assertThat(words("水费、 装水表，\n停水　 ")).hasRedirectedUrl("/desk/units/SWJ");
		assertThat(get("/desk/units/SWJ")).bodyText().contains("水费 装水表 停水<");
		assertThat(words("水 ".repeat(101) + "末")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("搜索用词最多 200 字", "末</textarea>");
		assertThat(words("")).hasRedirectedUrl("/desk/units/SWJ");
		assertThat(get("/desk/units/SWJ")).bodyText().contains("没有，市民只能按名称和拼音查找");
	}

	private MvcTestResult words(String services) {
		return this.mvc.post()
			.uri("/desk/units/SWJ")
			.param("name", "市水务局")
			.param("shortName", "水务局")
			.param("services", services)
			.with(office())
			.with(csrf())
			.exchange();
	}

	@Test
	void movesAndClosesAUnit() {
		this.samples.city();
		assertThat(get("/desk/units/SWJ/move")).hasStatusOk();
		assertThat(step("/desk/units/SWJ/moves", "from", "2025-06-01")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("起始日期不能早于 2026-01-01", "value=\"2025-06-01\"");
		assertThat(step("/desk/units/SWJ/moves", "from", "2026-11-02")).hasStatus3xxRedirection();
		assertThat(this.samples.waterBureau().group()).isEqualTo("LAW");
		assertThat(get("/desk/units/SWJ/close")).hasStatusOk();
		assertThat(step("/desk/units/SWJ/closure", "day", "2026-11-02")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(step("/desk/units/SWJ/closure", "day", "2026-11-03")).hasStatus3xxRedirection();
		assertThat(get("/desk/units/SWJ")).bodyText().contains("自 2026-11-03 起已撤销");
	}

	@Test
	void addsAndRenamesGroups() {
		this.samples.city();
		assertThat(get("/desk/groups")).hasStatusOk().bodyText().contains("窗口服务部门");
		assertThat(group("/desk/groups", "NEW", "功能区")).hasRedirectedUrl("/desk/groups");
		assertThat(group("/desk/groups", "NEW", "另一组")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("value=\"另一组\"");
		assertThat(get("/desk/groups/NEW/edit")).hasStatusOk().bodyText().contains("value=\"功能区\"");
		assertThat(group("/desk/groups/NEW/name", "NEW", "开发区")).hasRedirectedUrl("/desk/groups");
		assertThat(get("/desk/groups")).bodyText().contains("开发区");
	}

	@Test
	void answersAnUnknownUnitWithAPage() {
		assertThat(get("/desk/units/NONE")).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("没有代码为 NONE 的单位");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/desk/units", "/desk/units/new", "/desk/units/SWJ", "/desk/units/SWJ/edit",
			"/desk/units/SWJ/move", "/desk/units/SWJ/close", "/desk/units/imports", "/desk/groups",
			"/desk/groups/WIN/edit" })
	void speaksEnglishWithoutALeftover(String address) {
		this.samples.city();
		assertThat(get(address + "?lang=en")).hasStatusOk().bodyText().doesNotContain("??").contains("lang=\"en\"");
	}

	@Test
	void staysClosedToOthers() {
		assertThat(this.mvc.get().uri("/desk/units").with(user("swj").roles("LIAISON")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(office()).exchange();
	}

	private MvcTestResult register(String code, String name) {
		return this.mvc.post()
			.uri("/desk/units")
			.param("code", code)
			.param("name", name)
			.param("shortName", "水利局")
			.param("group", "WIN")
			.param("traits", "WINDOW")
			.param("from", "2026-01-01")
			.with(office())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult step(String address, String field, String day) {
		return this.mvc.post()
			.uri(address)
			.param("group", "LAW")
			.param(field, day)
			.with(office())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult group(String address, String code, String name) {
		return this.mvc.post()
			.uri(address)
			.param("code", code)
			.param("name", name)
			.with(office())
			.with(csrf())
			.exchange();
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

}
