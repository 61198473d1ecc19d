package org.pingyi.base.account.web;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pingyi.Chromium;
import org.pingyi.PingyiTest;
import org.pingyi.RunningChromium;
import org.pingyi.Unplugged;
import org.pingyi.base.account.AccountSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** A one-time link is read whole on a phone, and copied. */
@PingyiTest
class LinkBrowserTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	private final Unplugged administrator;

	private final AccountSamples samples;

	LinkBrowserTests(MockMvcTester mvc, AccountSamples samples) {
		this.administrator = new Unplugged(mvc, user("system1").roles("SYSTEM_ADMIN"));
		this.samples = samples;
	}

	@Test
	void isShownWholeAndCopied() {
		this.samples.person("li.na", "");
		Page page = this.administrator.page(chromium.browser(), Chromium.PHONE);
		page.addInitScript("globalThis.copied = [];"
				+ "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copied.push(text) } })");
		page.navigate("/admin/accounts/li.na");
		page.locator("details.confirm summary").first().click();
		page.locator(".confirm-box button[type=submit]").first().click();
		String link = page.locator("#link").innerText();
		assertThat(link).contains("/activation/").doesNotContain("\n");
		assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
		page.locator("[data-copies]").click();
		assertThat(page.locator("[data-copied]")).not().isEmpty();
		assertThat(page.evaluate("copied[0]")).isEqualTo(link);
		// Where the browser lets no page copy, as over plain HTTP.
		page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())");
		page.locator("[data-copies]").click();
		page.waitForFunction("getSelection().toString().includes('/activation/')");
		assertThat(page.evaluate("getSelection().toString()")).isEqualTo(link);
		leavesOnlyOnceItIsHandedOn(page);
	}

	private static void leavesOnlyOnceItIsHandedOn(Page page) {
		List<String> warnings = new ArrayList<>();
		page.onDialog((dialog) -> {
			warnings.add(dialog.type());
			dialog.dismiss();
		});
		page.locator(".brand").click();
		assertThat(page.locator("#link")).isVisible();
		page.locator("[data-kept]").click();
		assertThat(page.locator("#link")).hasCount(0);
		assertThat(warnings).containsExactly("beforeunload");
	}

}
