package org.pingyi.base.account.web;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Role;
import org.pingyi.base.unit.UnitSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What was typed on a staff page outlives a session that ended, and the way back. */
@PingyiServerTest
class TypedTextBrowserTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	private static final String FORM = "/desk/units/new";

	private final AccountSamples samples;

	private final UnitSamples units;

	@LocalServerPort
	private int port;

	private Page page;

	TypedTextBrowserTests(AccountSamples samples, UnitSamples units) {
		this.samples = samples;
		this.units = units;
	}

	@BeforeEach
	void signIn() {
		this.samples.office();
		this.units.registered("GAJ", "市公安局", "LAW");
		this.page = chromium.person(this.port, 1440, 900);
		this.page.onDialog(Dialog::accept);
		this.page.navigate("/login");
		signsIn("office1");
		this.page.navigate(FORM);
	}

	@Test
	void comesBackAfterTheSessionEnded() {
		losesTheSession();
		assertThat(this.page).hasURL("http://127.0.0.1:" + this.port + FORM);
		assertThat(this.page.locator("#name")).hasValue("市水利局");
		assertThat(this.page.locator("#restored")).isVisible();
		Chromium.lookAtEveryWidth(this.page, "typed-restored");
		this.page.locator("#discard").click();
		assertThat(this.page.locator("#restored")).isHidden();
		assertThat(this.page.locator("#name")).hasValue("");
	}

	/** The positive control: without the script it is lost. */
	@Test
	void isLostWithoutTheScript() {
		this.page.route("**/typed*.js", Route::abort);
		this.page.reload();
		losesTheSession();
		assertThat(this.page).hasURL("http://127.0.0.1:" + this.port + FORM);
		assertThat(this.page.locator("#name")).hasValue("");
	}

	@Test
	void isThereOnTheWayBackFromARefusal() {
		sends("市水利局", "");
		assertThat(this.page.locator(".error-summary")).isVisible();
		this.page.goBack();
		assertThat(this.page.locator(".error-summary")).hasCount(0);
		assertThat(this.page.locator("#name")).hasValue("市水利局");
		sends("市林业局", "");
		assertThat(this.page.locator(".error-summary")).isVisible();
		this.page.navigate("/desk/units");
		this.page.goBack();
		assertThat(this.page.locator("#name")).hasValue("市林业局");
		assertThat(this.page.locator("#restored")).isVisible();
	}

	@Test
	void isForgottenOnceItWasStored() {
		sends("市水利局", "");
		assertThat(this.page.locator(".error-summary")).isVisible();
		sends("市水利局", "SLJ");
		assertThat(this.page.getByText("单位已登记")).isVisible();
		assertThat(kept()).doesNotContain("市水利局");
		this.page.navigate(FORM);
		assertThat(this.page.locator("#name")).hasValue("");
	}

	@Test
	void isForgottenOnSigningOutAndByTheNextPerson() {
		sends("市水利局", "");
		assertThat(this.page.locator(".error-summary")).isVisible();
		assertThat(kept()).contains("市水利局").doesNotContain("_csrf");
		this.page.context().clearCookies();
		this.page.navigate("/login");
		this.samples.person("office2", "", Role.OFFICE);
		signsIn("office2");
		assertThat(kept()).doesNotContain("市水利局");
		this.page.navigate(FORM);
		sends("市教育局", "");
		assertThat(kept()).contains("市教育局");
		this.page.locator(".person summary").click();
		this.page.locator(".person form button").click();
		this.page.waitForURL("**/login?out");
		assertThat(kept()).doesNotContain("市教育局");
	}

	private void losesTheSession() {
		this.page.context().clearCookies();
		sends("市水利局", "SLJ");
		this.page.waitForURL("**/login?ended");
		signsIn("office1");
	}

	private void signsIn(String login) {
		this.page.locator("#username").fill(login);
		this.page.locator("#password").fill(AccountSamples.PASSWORD);
		this.page.locator("main button[type=submit]").click();
		this.page.waitForURL("**/desk**");
	}

	private void sends(String name, String code) {
		this.page.locator("#name").fill(name);
		this.page.locator("#shortName").fill("水利局");
		this.page.locator("#code").fill(code);
		this.page.locator("#group").selectOption("LAW");
		this.page.locator("#from").fill("2026-01-01");
		this.page.locator("main form button[type=submit]").click();
	}

	private String kept() {
		return String.valueOf(this.page.evaluate("JSON.stringify(Object.entries(sessionStorage))"));
	}

}
