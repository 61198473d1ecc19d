package org.pingyi.base.web;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.pingyi.PingyiTest;
import org.pingyi.RunningChromium;
import org.pingyi.Unplugged;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * What the script of the staff pages keeps people from: losing what they typed, sending
 * it twice.
 */
@PingyiTest
class DeskScriptTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	private final Unplugged office;

	private final UnitSamples units;

	private final CycleSamples cycles;

	private final List<String> asked = new ArrayList<>();

	private Page page;

	DeskScriptTests(MockMvcTester mvc, UnitSamples units, CycleSamples cycles) {
		this.cycles = cycles;
		this.office = new Unplugged(mvc, user("office1").roles("OFFICE"));
		this.units = units;
	}

	@BeforeEach
	void open() {
		this.units.registered("GAJ", "市公安局", "LAW");
		this.page = this.office.page(chromium.browser(), 1440);
		this.page.onDialog(this::stay);
		this.page.navigate("/desk/units/new");
	}

	private void stay(Dialog dialog) {
		this.asked.add(dialog.type());
		dialog.dismiss();
	}

	@Test
	void asksBeforeTheOtherLanguageTakesWhatWasTyped() {
		this.page.getByLabel("单位名称").fill("市水务局");
		this.page.getByText("English").click();
		assertThat(this.page.getByLabel("单位名称")).hasValue("市水务局");
		assertThat(this.asked).containsExactly("beforeunload");
	}

	@Test
	void asksWhenItWasRefusedBefore() {
		this.page.getByLabel("单位名称").fill("市水务局");
		this.page.locator("main button[type=submit]").click();
		assertThat(this.page.locator(".error-summary")).isVisible();
		assertThat(this.asked).isEmpty();
		this.page.locator("a.brand").click();
		assertThat(this.page.getByLabel("单位名称")).hasValue("市水务局");
		assertThat(this.asked).containsExactly("beforeunload");
	}

	@Test
	void asksBeforeCodesAreLeftThatNobodyDownloaded() {
		this.cycles.opened();
		this.page.navigate("/desk/codes/new");
		this.page.locator("#name").fill("社区活动日");
		this.page.locator("#count").fill("3");
		this.page.locator("main button[type=submit]").click();
		assertThat(this.page.locator("[data-shown-once]")).isVisible();
		assertThat(this.asked).isEmpty();
		this.page.locator("a.brand").click();
		assertThat(this.asked).containsExactly("beforeunload");
		assertThat(this.page.locator("[data-shown-once]")).isVisible();
	}

	@Test
	void sendsADoubleClickOnce() {
		List<String> sent = new ArrayList<>();
		this.page.onRequest((request) -> {
			if (request.method().equals("POST")) {
				sent.add(request.url());
			}
		});
		this.page.getByLabel("单位名称").fill("市水务局");
		this.page.locator("main button[type=submit]").dblclick();
		assertThat(this.page.locator(".error-summary")).isVisible();
		assertThat(sent).hasSize(1);
	}

	@Test
	void asksNothingWhereNothingWasTyped() {
		this.page.getByText("English").click();
		assertThat(this.page.locator("html")).hasAttribute("lang", "en");
		assertThat(this.asked).isEmpty();
	}

}
