package org.pingyi.intake.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer's whole way in a real browser: one tap opens, each mark is kept, one
 * sign-off.
 */
@PingyiServerTest
class ReviewBrowserTests {

	private final ReviewSamples samples;

	private final CycleSamples cycles;

	private final Invitations invitations;

	private final MessageSource messages;

	@LocalServerPort
	private int port;

	ReviewBrowserTests(ReviewSamples samples, CycleSamples cycles, Invitations invitations, MessageSource messages) {
		this.messages = messages;
		this.samples = samples;
		this.cycles = cycles;
		this.invitations = invitations;
	}

	@Test
	void opensMarksAndSignsOnAPhone() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = opened(chromium, leader);
			assertThat(page.url()).doesNotContain(leader.token());
			Chromium.look(page, "review-opened-390");
			markOneAndReload(page);
			refusesAnother(chromium, leader);
			String signature = page.url().replaceFirst("/units/.*", "/signature");
			Page other = page.context().newPage();
			sign(other, signature);
			sign(page, signature);
			press(page, "签字确认，提交1个单位");
			assertThat(page.locator("body")).containsText("谢谢您的评议");
			Chromium.look(page, "review-thanks-390");
			press(other, "签字确认，提交1个单位");
			assertThat(other.locator("body")).containsText("已经签字提交");
			page.goBack();
			assertThat(page.locator("body")).containsText("已经签字提交");
		}
	}

	/**
	 * The first mark is sent once more when all are kept; without its state it would
	 * replace them: the control.
	 */
	@Test
	void keepsTheMarksWhenAnEarlierSaveArrivesLate() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = opened(chromium, leader);
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("开始评议")).click();
			Locator marks = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("满意").setExact(true));
			Request early = page.waitForRequest("**/units/*", marks.first()::check);
			for (Locator mark : marks.all()) {
				mark.check();
			}
			press(page, "保存并下一个");
			assertThat(page.locator("body")).containsText("第 2 / 5 个");
			sendAgain(page, early, early.postData());
			page.goBack();
			page.reload();
			assertThat(page.locator("input[type=radio]:checked")).hasCount(marks.count());
			sendAgain(page, early, early.postData().replaceFirst("state=[^&]*", "state="));
			page.reload();
			assertThat(page.locator("input[type=radio]:checked")).hasCount(1);
		}
	}

	@Test
	void saysWhatIsNotSavedAndSavesItWhenTheNetworkIsBack() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = opened(chromium, leader);
			page.clock().install();
			List<String> warnings = new ArrayList<>();
			page.onDialog((dialog) -> {
				warnings.add(dialog.type());
				dialog.dismiss();
			});
			List<Locator> marks = firstUnit(page);
			String unit = page.url();
			page.context().setOffline(true);
			marks.get(0).check();
			assertThat(page.locator("#saved")).hasText(said("review.unsaved"));
			assertThat(page.locator("#saved")).isInViewport();
			Chromium.lookAtEveryWidth(page, "review-unsaved");
			press(page, said("review.save.next"));
			page.locator("a[rel=next]").click();
			assertThat(page).hasURL(unit);
			assertThat(warnings).containsExactly("beforeunload");
			page.context().setOffline(false);
			assertThat(page.locator("#saved")).hasText(said("review.saved"));
			page.route("**/units/*",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("bad")));
			marks.get(1).check();
			assertThat(page.locator("#saved")).hasText(said("review.unsaved"));
			page.unroute("**/units/*");
			page.clock().fastForward(10_000);
			assertThat(page.locator("#saved")).hasText(said("review.saved"));
			page.reload();
			assertThat(page.locator("input[type=radio]:checked")).hasCount(2);
		}
	}

	/** The positive control: without the script nothing is said. */
	@Test
	void saysNothingAboutTheNetworkWithoutTheScript() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = opened(chromium, leader);
			page.route("**/saving*.js", Route::abort);
			Locator mark = firstUnit(page).getFirst();
			page.context().setOffline(true);
			List<Request> failed = new ArrayList<>();
			page.onRequestFailed(failed::add);
			mark.check();
			page.waitForCondition(() -> !failed.isEmpty());
			assertThat(page.locator("#saved")).hasText("");
		}
	}

	/** What is typed and left at once is saved as well. */
	@Test
	void savesWhatWasTypedWhenThePageIsLeftAtOnce() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = opened(chromium, leader);
			firstUnit(page);
			page.locator("#opinion").fill("窗口午间也有人");
			String unit = page.url();
			page.goBack();
			page.waitForCondition(() -> {
				page.navigate(unit);
				return "窗口午间也有人".equals(page.locator("#opinion").inputValue());
			});
		}
	}

	/** The marks of the best level, on the page of the first unit. */
	private static List<Locator> firstUnit(Page page) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("开始评议")).click();
		page.waitForURL("**/units/*");
		return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("满意").setExact(true)).all();
	}

	private String said(String key) {
		return this.messages.getMessage(key, null, Locale.CHINESE);
	}

	private static void sendAgain(Page page, Request request, String data) {
		APIResponse answer = page.request()
			.post(request.url(),
					RequestOptions.create()
						.setHeader("HX-Request", "true")
						.setHeader("Content-Type", "application/x-www-form-urlencoded")
						.setData(data));
		assertThat(answer.status()).isEqualTo(200);
	}

	@Test
	void opensByTheCodeOfALetterWithoutScript() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		try (Chromium chromium = Chromium.start()) {
			Page page = chromium.withoutScript(address());
			page.navigate("/review#" + leader.token());
			page.getByLabel("评议码").fill(leader.code());
			press(page, "打开评议表");
			assertThat(page.locator("body")).containsText("王主任，您好");
			page.goBack();
			page.reload();
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("王主任 · 领导评议")).click();
			assertThat(page.locator("body")).containsText("王主任，您好");
		}
	}

	@Test
	void fitsEveryScreen() {
		long cycle = this.cycles.opened().id();
		IssuedInvitation invited = As.office(() -> this.invitations.invite(cycle,
				new NewInvitation("LEADER", "", "王主任", "市人大", List.of(), VoteSamples.LI.digits())));
		try (Chromium chromium = Chromium.start()) {
			opened(chromium, invited).close();
			look(chromium, invited, "zh");
			look(chromium, invited, "en");
		}
	}

	private void look(Chromium chromium, IssuedInvitation invited, String language) {
		Page page = chromium.person(address(), Chromium.PHONE, 844);
		page.navigate("/review?lang=" + language);
		Chromium.lookAtEveryWidth(page, "review-enter-" + language);
		page.locator("#code").fill(invited.token());
		page.locator("main button").click();
		assertThat(page.locator("body")).containsText("138****1111");
		Chromium.lookAtEveryWidth(page, "review-elsewhere-" + language);
		page.locator("main button").click();
		page.locator("#digits").fill("12");
		Chromium.lookAtEveryWidth(page, "review-code-" + language);
		page.context().close();
	}

	private Page opened(Chromium chromium, IssuedInvitation invited) {
		Page page = chromium.person(address(), 390, 844);
		page.navigate("/review#" + invited.token());
		page.waitForURL("**/review/sheets/*");
		assertThat(page.locator("body")).containsText("王主任，您好");
		return page;
	}

	private static void markOneAndReload(Page page) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("开始评议")).click();
		List<Locator> best = page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("满意").setExact(true))
			.all();
		for (Locator radio : best) {
			page.waitForResponse("**/units/*", radio::check);
		}
		assertThat(page.locator("#saved")).containsText("已保存");
		page.reload();
		assertThat(page.locator("input[type=radio]:checked")).hasCount(best.size());
		Chromium.look(page, "review-unit-390");
	}

	private void refusesAnother(Chromium chromium, IssuedInvitation leader) {
		Page second = chromium.person(address(), 390, 844);
		second.navigate("/review#" + leader.token());
		assertThat(second.locator("body")).containsText("另一台设备");
		Chromium.look(second, "review-elsewhere-390");
	}

	private static void sign(Page page, String signature) {
		page.navigate(signature);
		page.getByRole(AriaRole.CHECKBOX).check();
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private String address() {
		return "http://127.0.0.1:" + this.port;
	}

}
