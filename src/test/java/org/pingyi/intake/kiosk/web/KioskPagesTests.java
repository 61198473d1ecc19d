package org.pingyi.intake.kiosk.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.kiosk.Tickets;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages of tablets, of visitors' phones, and of the office about them. */
@PingyiTest
class KioskPagesTests {

	private static final Pattern PAIRING = Pattern.compile("/kiosk/pairing/[\\w-]+");

	private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

	private final MockMvcTester mvc;

	private final KioskSamples samples;

	private final Tickets tickets;

	private final CycleSamples cycles;

	KioskPagesTests(MockMvcTester mvc, KioskSamples samples, Tickets tickets, CycleSamples cycles) {
		this.mvc = mvc;
		this.samples = samples;
		this.tickets = tickets;
		this.cycles = cycles;
	}

	@Test
	void refusesAFormThatTheSchemeCallsInvalidAndKeepsIt() {
		this.cycles.open(this.cycles.demanding());
		String ticket = this.tickets.issue(this.samples.tabletOfWaterBureau(), true);
		assertThat(window(ticket, "9", "9")).hasStatus(422)
			.bodyText()
			.contains("您有 2 项评为“不了解”，超过了 1 项的上限（共 2 项，最多 50%）", "等了很久", "checked=\"checked\"");
		assertThat(window(ticket, "9", "1")).hasStatusOk().bodyText().contains("回执");
	}

	private MvcTestResult window(String ticket, String first, String second) {
		return this.mvc.post()
			.uri("/q/" + ticket)
			.param("key", "key-of-more-than-sixteen")
			.param("answer.q1", first)
			.param("answer.q2", second)
			.param("opinion", "等了很久")
			.exchange();
	}

	@Test
	void pairsTheDeviceThatConfirmsTheLink() {
		String token = this.samples.registered("SWJ").token();
		assertThat(this.mvc.get().uri("/kiosk/pairing/" + token)).hasStatusOk().bodyText().contains("市水务局", "政务大厅3号窗口");
		MvcTestResult paired = this.mvc.post().uri("/kiosk/pairing/" + token).exchange();
		assertThat(paired).hasStatus(303).hasRedirectedUrl("/kiosk");
		assertThat(paired.getResponse().getHeader("Set-Cookie")).contains("pingyi-kiosk=", "HttpOnly",
				"SameSite=Strict", "Path=/kiosk");
		assertThat(this.mvc.post().uri("/kiosk/pairing/" + token)).hasStatus(410);
	}

	@ParameterizedTest
	@CsvSource({ "cross-site, 403, 403", "same-site, 403, 403", "same-origin, 303, 404", "none, 303, 404" })
	void takesFormsOfOurOwnPagesOnly(String site, int paired, int filled) {
		String token = this.samples.registered("SWJ").token();
		assertThat(this.mvc.post().uri("/kiosk/pairing/" + token).header("Sec-Fetch-Site", site)).hasStatus(paired);
		assertThat(this.mvc.post().uri("/q/nothing").header("Sec-Fetch-Site", site)).hasStatus(filled);
		assertThat(this.mvc.get().uri("/kiosk/pairing/" + token).header("Sec-Fetch-Site", "cross-site"))
			.matches((link) -> link.getResponse().getStatus() != 403);
	}

	@Test
	void welcomesVisitorsOfAPairedTabletOnly() {
		this.cycles.opened();
		Cookie device = device();
		assertThat(this.mvc.get().uri("/kiosk").cookie(device)).hasStatusOk()
			.bodyText()
			.contains("市水务局", "政务大厅3号窗口", "开始评价");
		assertThat(this.mvc.get().uri("/kiosk")).hasStatus(403).bodyText().contains("还没有登记为窗口终端");
	}

	@Test
	void saysOnTheTabletWhenNothingIsAsked() {
		Cookie device = device();
		assertThat(this.mvc.get().uri("/kiosk").cookie(device)).hasStatusOk()
			.bodyText()
			.contains("现在没有开放评价")
			.doesNotContain("开始评价");
	}

	@Test
	void takesAFormFromTheTabletWithoutASession() {
		this.cycles.opened();
		MvcTestResult started = this.mvc.post().uri("/kiosk/tickets").cookie(device()).exchange();
		assertThat(started).hasStatus3xxRedirection();
		String address = started.getResponse().getRedirectedUrl();
		MvcTestResult form = this.mvc.get().uri(address).exchange();
		assertThat(form).hasStatusOk().bodyText().contains("评价市水务局", "依法行政", "不了解", "return");
		assertThat(form.getResponse().getHeader("Set-Cookie")).isNull();
		assertThat(text(form).split("<fieldset", -1)).hasSize(14);
		MvcTestResult taken = filled(address, key(form), 13);
		assertThat(taken).hasStatusOk().bodyText().contains("谢谢您的评价", "href=\"/kiosk\"");
		assertThat(text(filled(address, key(form), 13))).isEqualTo(text(taken));
		assertThat(this.mvc.get().uri(address)).hasStatus(410).bodyText().contains("已经用过了", "href=\"/kiosk\"");
		assertThat(filled(address, "another-key-of-sixteen", 13)).hasStatus(409);
	}

	@Test
	void keepsWhatWasChosenWhenSomethingIsMissing() {
		this.cycles.opened();
		String ticket = this.tickets.issue(this.samples.tabletOfWaterBureau(), true);
		MvcTestResult refused = filled("/q/" + ticket, "key-of-more-than-sixteen", 11);
		assertThat(refused).hasStatus(422)
			.bodyText()
			.contains("还有2题没有回答", "很好，<b>谢谢</b>".replace("<", "&lt;").replace(">", "&gt;"),
					"value=\"key-of-more-than-sixteen\"", "href=\"#w13\"")
			.doesNotContain("href=\"#w01\"", "data-return");
		assertThat(text(refused).split("checked=\"checked\"", -1)).hasSize(12);
	}

	@Test
	void showsACodeForTheVisitorsPhone() {
		this.cycles.opened();
		MvcTestResult shown = this.mvc.post().uri("/kiosk/tickets").param("phone", "yes").cookie(device()).exchange();
		assertThat(shown).hasStatusOk().bodyText().contains("<svg", "d=\"M").doesNotContain("data:image");
	}

	@Test
	void saysWhatHappenedToAWrongTicket() {
		assertThat(this.mvc.get().uri("/q/nothing")).hasStatus(404)
			.bodyText()
			.contains("这个评价链接不对")
			.doesNotContain("href=\"/kiosk\"");
		assertThat(this.mvc.post().uri("/q/nothing").param("key", "k")).hasStatus(404);
		assertThat(this.mvc.post().uri("/q/nothing")).hasStatus(404);
	}

	@Test
	void letsTheOfficeRegisterAndRevoke() {
		this.samples.registered("SWJ");
		MvcTestResult link = this.mvc.post()
			.uri("/desk/kiosks")
			.param("unit", "SWJ")
			.param("window", "5号窗口")
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
		assertThat(link).hasStatusOk().bodyText().contains("/kiosk/pairing/", "<svg");
		assertThat(this.mvc.post().uri("/desk/kiosks/1/revocation").with(user("office1").roles("OFFICE")).with(csrf()))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/desk/kiosks").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.bodyText()
			.contains("5号窗口", "已停用", "待启用");
	}

	@Test
	void keepsWhatTheOfficeTyped() {
		this.samples.registered("SWJ");
		assertThat(this.mvc.post()
			.uri("/desk/kiosks")
			.param("unit", "")
			.param("window", "6号窗口")
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(422).bodyText().contains("value=\"6号窗口\"", "error-summary");
	}

	@Test
	void leavesTheLinkAloneThatWasShownWhenItsPageIsReloaded() {
		this.samples.registered("SWJ");
		MvcTestResult page = this.mvc.get().uri("/desk/kiosks").with(user("office1").roles("OFFICE")).exchange();
		MvcTestResult shown = paired(FormKey.on(page));
		assertThat(shown).hasStatusOk();
		assertThat(paired(FormKey.on(page))).hasStatus(409)
			.bodyText()
			.contains("这一页已经生成过配对链接", "href=\"/desk/kiosks\"");
		assertThat(this.mvc.get().uri(pairing(shown))).hasStatusOk();
		assertThat(paired(FormKey.fresh())).hasStatusOk();
		assertThat(this.mvc.get().uri(pairing(shown))).hasStatus(410);
	}

	private MvcTestResult paired(RequestPostProcessor key) {
		return this.mvc.post()
			.uri("/desk/kiosks/1/pairing")
			.with(user("office1").roles("OFFICE"))
			.with(key)
			.with(csrf())
			.exchange();
	}

	private static String pairing(MvcTestResult shown) {
		Matcher link = PAIRING.matcher(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(link.find()).isTrue();
		return link.group();
	}

	@Test
	void keepsTheRegisterFromOthers() {
		for (Map.Entry<String, String> other : Map.of("liaison1", "LIAISON", "inspector1", "INSPECTOR").entrySet()) {
			assertThat(this.mvc.get().uri("/desk/kiosks").with(user(other.getKey()).roles(other.getValue())))
				.hasStatus(403);
		}
	}

	private Cookie device() {
		return new Cookie("pingyi-kiosk", this.samples.tabletOfWaterBureau());
	}

	private MvcTestResult filled(String address, String key, int answers) {
		var request = this.mvc.post().uri(address).param("key", key).param("opinion", "很好，<b>谢谢</b>");
		for (int item = 1; item <= answers; item++) {
			request = request.param("answer.w%02d".formatted(item), "2");
		}
		return request.exchange();
	}

	private static String key(MvcTestResult page) {
		Matcher matcher = KEY.matcher(text(page));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String text(MvcTestResult page) {
		return new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
