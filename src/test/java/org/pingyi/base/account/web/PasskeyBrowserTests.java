package org.pingyi.base.account.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.base.account.AccountSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A passkey in a real browser, whose authenticator is a virtual one. */
@PingyiServerTest
class PasskeyBrowserTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	private static final String USE = "用通行密钥登录";

	private final AccountSamples samples;

	@LocalServerPort
	private int port;

	PasskeyBrowserTests(AccountSamples samples) {
		this.samples = samples;
	}

	@Test
	void isAddedSignsInAndIsRemoved() {
		this.samples.office();
		Page page = atItsName();
		CDPSession device = authenticator(page);
		password(page, "office1");
		page.navigate("/me/factor");
		assertThat(page.locator("main")).containsText("还没有添加");
		add(page, "办公室电脑");
		assertThat(page.locator("main")).containsText("还没有用过");
		Chromium.lookAtEveryWidth(page, "passkey-added");
		page.navigate("/me");
		press(page, "退出登录");

		password(page, "office1");
		assertThat(page.getByText("这里用不了通行密钥")).isHidden();
		Chromium.lookAtEveryWidth(page, "passkey-code");
		saysWhenItFails(page);
		pressTwice(page, USE);
		page.waitForURL("**/desk");
		leavesTheCodeElsewhere();
		page.navigate("/me/factor");
		assertThat(page.locator("main")).containsText("最近使用");
		page.getByText("移除", new Page.GetByTextOptions().setExact(true)).first().click();
		Chromium.picture(page, "passkey-removal");
		page.getByText("取消", new Page.GetByTextOptions().setExact(true)).click();
		assertThat(page.locator(".confirm-box")).isHidden();
		page.getByText("移除", new Page.GetByTextOptions().setExact(true)).first().click();
		page.locator(".confirm-box button[type=submit]").click();
		assertThat(page.locator("body")).containsText("通行密钥已移除");
		device.detach();
	}

	private static void saysWhenItFails(Page page) {
		page.route("**/challenge", (route) -> route.fulfill(new Route.FulfillOptions().setBody("{}")),
				new Page.RouteOptions().setTimes(1));
		press(page, USE);
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("可以再试一次");
		Chromium.look(page, "passkey-failed");
	}

	/** At another name of the same server, and in a browser without script. */
	private void leavesTheCodeElsewhere() {
		Page other = chromium.person(this.port, Chromium.PHONE, 844);
		password(other, "office1");
		assertThat(other.getByText(USE)).isHidden();
		assertThat(other.locator("main")).containsText("网址须是 http://localhost:" + this.port);
		Chromium.look(other, "passkey-elsewhere");
		Page old = chromium.withoutScript(this.port);
		password(old, "office1");
		assertThat(old.getByText(USE)).isHidden();
		assertThat(old.getByLabel("应急码")).isVisible();
	}

	/** Whoever must have a second factor may take a passkey at once. */
	@Test
	void isSetUpAtTheFirstSignIn() {
		this.samples.systemAdministrator();
		Page page = atItsName();
		CDPSession device = authenticator(page);
		password(page, "system1");
		Chromium.lookAtEveryWidth(page, "passkey-set-up");
		pressTwice(page, "用这台设备添加");
		assertThat(page.locator(".error-summary")).containsText("名称");
		page.getByLabel("名称").fill("值班室电脑");
		press(page, "用这台设备添加");
		assertThat(page.locator("main")).containsText("请接着领取应急码");
		press(page, "领取 10 个新的应急码");
		assertThat(page.locator("main li")).hasCount(10);
		device.detach();
	}

	private static void add(Page page, String name) {
		page.navigate("/me/factor");
		page.getByText("添加通行密钥").click();
		Chromium.lookAtEveryWidth(page, "passkey-new");
		page.getByLabel("名称").fill(name);
		press(page, "用这台设备添加");
		assertThat(page.locator("body")).containsText("通行密钥已添加");
		assertThat(page.locator("main")).containsText(name);
	}

	private static void password(Page page, String login) {
		page.navigate("/login");
		page.getByLabel("登录名").fill(login);
		page.getByLabel("密码").fill(AccountSamples.PASSWORD);
		press(page, "登录");
	}

	private static void press(Page page, String label) {
		page.locator("button[type=submit]", new Page.LocatorOptions().setHasText(label)).first().click();
	}

	/** As impatient people do; it counts once. */
	private static void pressTwice(Page page, String label) {
		page.locator("button[type=submit]", new Page.LocatorOptions().setHasText(label)).first().dblclick();
	}

	/** The address that passkeys are bound to. */
	private Page atItsName() {
		return chromium.browser().person("http://localhost:" + this.port, Chromium.PHONE, 844);
	}

	/** One as a laptop has it built in, whose owner always agrees. */
	private static CDPSession authenticator(Page page) {
		CDPSession device = page.context().newCDPSession(page);
		device.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", true);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject added = new JsonObject();
		added.add("options", options);
		device.send("WebAuthn.addVirtualAuthenticator", added);
		return device;
	}

}
