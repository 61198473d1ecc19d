package org.pingyi.intake.vote.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.pingyi.intake.vote.VoteSamples.LI;

/**
 * The ballot page of a city with sixty agencies: light enough for one window of a
 * connection, without barrier on every screen, by keyboard alone and without script.
 */
@PingyiServerTest
class BallotLayoutTests {

	private static final Map<String, String> GROUPS = Map.of("窗口服务部门", "WIN", "综合管理部门", "ADM", "党群部门", "PTY", "执法监管部门",
			"LAW", "垂直管理单位", "VER");

	/** A little over the ten packets that a connection takes before the first answer. */
	private static final int WINDOW = 15_000;

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final VoteSamples samples;

	BallotLayoutTests(CycleSamples cycles, UnitSamples units, VoteSamples samples) {
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
	}

	@BeforeEach
	void open() throws IOException {
		Files.readAllLines(Path.of("src/main/resources/sample/units.csv"))
			.stream()
			.skip(1)
			.map((line) -> line.split(","))
			.forEach((unit) -> this.units.registered(unit[0], unit[1], GROUPS.get(unit[3])));
		this.cycles.opened();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/vote", "/vote?lang=en" })
	void comesInOneWindowAndFourRequests(String address) {
		Weight weight = weighed(voter(390).page(), address);
		weight.require(WINDOW, 4);
	}

	/** The positive control: a page that also asks for the desk's sheet is too heavy. */
	@Test
	void theMeasureFindsAHeavierPage() {
		Page page = voter(390).page();
		page.addInitScript("fetch('/assets/webjars/tabler__core/dist/css/tabler.min.css')");
		Weight weight = weighed(page, "/vote");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> weight.require(60_000, 5));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> weight.require(1_000_000, 4));
	}

	@Test
	void hasNoBarrierOnAnyStep() {
		Voter voter = voter(Chromium.PHONE).arrives();
		look(voter, "start");
		voter.page().getByLabel("手机号码").fill("123");
		voter.presses("获取验证码");
		look(voter, "wrong");
		voter.page().getByLabel("手机号码").fill(LI.digits());
		voter.presses("获取验证码").at("输入短信验证码");
		look(voter, "code");
		voter.page().getByLabel("验证码").fill(this.samples.codeOf(LI));
		voter.presses("开始评议").at("选择您打过交道的单位");
		look(voter, "choice");
		voter.picks("市水务局", "市公安局").presses("下一个单位");
		look(voter, "rate-missing");
		voter.page().getByLabel("意见建议（选填）").fill("窗口中午没有人，跑了两趟。希望错峰值班。");
		voter.page().getByLabel("可以把我的意见原文转给该单位").check();
		voter.rates("满意");
		look(voter, "rate");
		voter.rates("不了解").at("请再看一遍");
		look(voter, "review");
		voter.page().route("**/vote/receipts", Route::abort);
		voter.presses("提交评议").hears("连接中断");
		look(voter, "broken");
		voter.page().unroute("**/vote/receipts");
		voter.at("评议完成");
		look(voter, "receipts");
	}

	@Test
	void readsWellInEnglish() {
		Voter voter = voter(390);
		voter.page().navigate("/vote?lang=en");
		look(voter, "english");
		voter.page().getByLabel("Mobile number").fill(LI.digits());
		voter.presses("Send me a code").at("Enter the code from the message");
		voter.page().getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(this.samples.codeOf(LI));
		voter.presses("Start rating").at("Which units have you dealt with?");
		voter.page().getByLabel("市水务局").check();
		voter.presses("Rate them").at("市水务局");
		look(voter, "english-rate");
	}

	@Test
	void isDoneByKeyboardAlone() {
		Voter voter = voter(1440).arrives();
		Keys keys = new Keys(voter.page());
		keys.to("#phone").types(LI.digits()).presses("Enter");
		voter.at("输入短信验证码");
		keys.to("#code").types(this.samples.codeOf(LI)).presses("Enter");
		voter.at("选择您打过交道的单位");
		keys.to("#find").types("sswj").to("input[value=SWJ]").presses("Space").to("#choice button").presses("Enter");
		voter.at("市水务局");
		for (int item = 1; item <= 5; item++) {
			keys.to("#q-o0" + item + " input").presses("Space");
		}
		keys.to("#next").presses("Enter");
		voter.at("请再看一遍");
		keys.to("#submit").presses("Enter");
		assertThat(voter.receipt()).isNotEmpty();
		keys.to("#copy").presses("Enter");
		voter.hears("回执");
	}

	@Test
	void isDoneWithoutScript() {
		Page page = chromium.withoutScript(this.port);
		page.navigate("/vote");
		page.getByLabel("手机号码").fill(LI.digits());
		button(page, "获取验证码");
		page.getByLabel("验证码").fill(this.samples.codeOf(LI));
		button(page, "开始评议");
		page.getByLabel("市水务局").check();
		button(page, "去评议");
		page.getByLabel("基本满意").all().forEach((radio) -> radio.check());
		button(page, "下一步：核对");
		button(page, "提交评议");
		assertThat(page.locator("h1").innerText()).isEqualTo("评议完成");
		assertThat(page.locator("code").innerText()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}");
	}

	@Test
	void keepsTheFocusOnTheHeadingOfTheStep() {
		Voter voter = voter(390).arrives().confirms(LI).picks("市水务局");
		voter.at("市水务局");
		assertThat(voter.page().evaluate("document.activeElement.textContent")).isEqualTo("市水务局");
	}

	private Voter voter(int width) {
		return new Voter(chromium.person(this.port, width, (width < 700) ? 844 : 900), this.samples);
	}

	private static void button(Page page, String name) {
		page.locator("button:visible", new Page.LocatorOptions().setHasText(name)).first().click();
	}

	private static void look(Voter voter, String step) {
		Chromium.lookAtEveryWidth(voter.page(), "vote-" + step);
	}

	/** Everything that the browser asked for until it was quiet. */
	private static Weight weighed(Page page, String address) {
		AtomicInteger bytes = new AtomicInteger();
		AtomicInteger requests = new AtomicInteger();
		List<Request> done = new CopyOnWriteArrayList<>();
		page.onRequestFinished(done::add);
		page.navigate(address);
		page.waitForLoadState(LoadState.NETWORKIDLE);
		done.forEach((request) -> {
			requests.incrementAndGet();
			bytes.addAndGet(request.sizes().responseBodySize);
		});
		return new Weight(bytes.get(), requests.get());
	}

	/** Compressed bytes as they came over the wire, and requests. */
	private record Weight(int bytes, int requests) {

		void require(int most, int mostRequests) {
			assertThat(this.bytes).as("bytes of %s", this).isPositive().isLessThan(most);
			assertThat(this.requests).as("requests").isPositive().isLessThanOrEqualTo(mostRequests);
		}

	}

	/** Somebody without a mouse. */
	private record Keys(Page page) {

		/** Moves on until this has the focus. */
		Keys to(String selector) {
			for (int steps = 0; steps < 200; steps++) {
				this.page.keyboard().press("Tab");
				if (Boolean.TRUE.equals(this.page.evaluate("(it) => document.activeElement.matches(it)", selector))) {
					return this;
				}
			}
			throw new AssertionError(selector + " is not reached by keyboard");
		}

		Keys types(String words) {
			this.page.keyboard().type(words);
			return this;
		}

		/**
		 * Waits for the page that the key leads to, which the bare keyboard would not.
		 */
		Keys presses(String key) {
			this.page.locator(":focus").press(key);
			return this;
		}

	}

}
