package org.pingyi.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;

import org.pingyi.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody at a browser, who finds things by what they are called on the page. */
final class Person {

	private final Page page;

	Person(Chromium chromium, String address, int width, int height) {
		this.page = chromium.person(address, width, height);
	}

	/** Goes to an address; an error page is a failure. */
	Person opens(String address) {
		var response = this.page.navigate(address);
		if (response != null && response.status() >= 400) {
			throw new AssertionError(address + " answers " + response.status() + ": " + text());
		}
		return this;
	}

	Person types(String label, String value) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(value);
		return this;
	}

	Person chooses(String label, String option) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().selectOption(option);
		return this;
	}

	Person ticks(String label) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().check();
		return this;
	}

	/** Answers every question on the page with the same level. */
	Person answersAll(String level) {
		this.page.waitForLoadState(LoadState.DOMCONTENTLOADED);
		for (Locator radio : this.page
			.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(level).setExact(true))
			.all()) {
			radio.check();
		}
		return this;
	}

	Person attaches(String label, String fileName, String content) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
			.setInputFiles(new FilePayload(fileName, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	Person presses(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
			.first()
			.click();
		return this;
	}

	/**
	 * Presses Enter in the field that has the cursor, and waits for the page that comes;
	 * the bare keyboard would not, and what is looked at next would be on its way out.
	 */
	Person sends() {
		this.page.locator(":focus").press("Enter");
		return this;
	}

	Person follows(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
		return this;
	}

	/** Opens a confirmation, reads it, and presses its button. */
	Person confirms(String act) {
		Locator question = this.page.locator("details.confirm")
			.filter(new Locator.FilterOptions()
				.setHas(this.page.locator("summary", new Page.LocatorOptions().setHasText(act))))
			.first();
		question.locator("summary").click();
		question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act)).last().click();
		return this;
	}

	Person sees(String text) {
		assertThat(this.page.locator("body")).containsText(text);
		return this;
	}

	/** Waits until this is shown, where a page holds its steps from the start. */
	Person waitsFor(String selector) {
		this.page.locator(selector).first().waitFor();
		return this;
	}

	Person doesNotSee(String text) {
		assertThat(this.page.locator("body")).not().containsText(text);
		return this;
	}

	/** The page is for somebody else. */
	Person isRefused(String address) {
		var response = this.page.navigate(address);
		if (response == null || (response.status() != 403 && response.status() != 404)) {
			throw new AssertionError(address + " is not refused");
		}
		return this;
	}

	/** The address answers with a refusal that says this. */
	Person isRefusedWith(String address, String text) {
		var response = this.page.navigate(address);
		if (response == null || response.status() < 400 || response.status() >= 500) {
			throw new AssertionError(address + " is not refused");
		}
		return sees(text);
	}

	/** The address that is shown on the page and contains this. */
	String addressWith(String part) {
		return this.page.locator("code", new Page.LocatorOptions().setHasText(part)).first().innerText().strip();
	}

	String textOf(String selector) {
		return this.page.locator(selector).first().innerText().strip();
	}

	Path downloads(String link) {
		Download download = this.page.waitForDownload(() -> follows(link));
		return download.path();
	}

	Person keepsPicture(String name) {
		Chromium.picture(this.page, name);
		return this;
	}

	Person findsNoBarrier() {
		Chromium.assertAccessible(this.page);
		return this;
	}

	Page page() {
		return this.page;
	}

	String text() {
		return this.page.locator("body").innerText();
	}

}
