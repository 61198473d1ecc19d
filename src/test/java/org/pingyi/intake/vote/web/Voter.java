package org.pingyi.intake.vote.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.intake.vote.VoteSamples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody at the ballot page in a browser. */
record Voter(Page page, VoteSamples samples) {

	static final String[] ITEMS = { "依法行政，办事公道", "服务态度，联系群众", "信息公开，办事指引清楚", "办事效率，解决问题", "总体评价" };

	Voter arrives() {
		this.page.navigate("/vote");
		return at("网上评议");
	}

	/** Asks for a code and types what arrives. */
	Voter confirms(PhoneNumber phone) {
		this.page.getByLabel("手机号码").fill(phone.digits());
		presses("获取验证码").at("输入短信验证码");
		this.page.getByLabel("验证码").fill(this.samples.codeOf(phone));
		return presses("开始评议");
	}

	Voter picks(String... units) {
		at("选择您打过交道的单位");
		for (String unit : units) {
			this.page.getByLabel(unit, new Page.GetByLabelOptions().setExact(true)).check();
		}
		return presses("去评议");
	}

	/** Answers everything about the unit in view and goes on. */
	Voter rates(String level) {
		for (String item : ITEMS) {
			this.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(item))
				.getByLabel(level, new Locator.GetByLabelOptions().setExact(true))
				.check();
		}
		this.page.locator("#next").click();
		return this;
	}

	/** From the number to the last look at one rated unit. */
	Voter reviews(String unit) {
		return arrives().confirms(VoteSamples.LI).picks(unit).at(unit).rates("满意").at("请再看一遍");
	}

	Voter presses(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
		return this;
	}

	/** The step in view has this heading, and the focus is on it. */
	Voter at(String heading) {
		assertThat(this.page.locator("h1:visible")).hasText(heading);
		return this;
	}

	Voter hears(String words) {
		assertThat(this.page.locator("[role=status]:visible", new Page.LocatorOptions().setHasText(words)).first())
			.isVisible();
		return this;
	}

	String receipt() {
		at("评议完成");
		return this.page.locator("#receipts dd").first().innerText();
	}

}
