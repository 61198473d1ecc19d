package org.pingyi.intake.vote.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** The whole vote in a real browser: nothing is lost, nothing counts twice. */
@PingyiServerTest
class BallotBrowserTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	private final Ballots ballots;

	private Cycle cycle;

	private Voter li;

	BallotBrowserTests(CycleSamples cycles, VoteSamples samples, Ballots ballots) {
		this.cycles = cycles;
		this.samples = samples;
		this.ballots = ballots;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
		this.li = new Voter(chromium.person(this.port, 390, 844), this.samples);
	}

	@Test
	void takesTwoUnitsFromTheNumberToTheReceiptsAndForgetsThem() {
		this.li.arrives().confirms(LI).picks("市水务局", "市公安局").rates("满意").rates("不了解").at("请再看一遍");
		assertThat(counted()).isZero();
		this.li.presses("提交评议");
		assertThat(this.li.receipt()).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}");
		assertThat(counted()).isEqualTo(2);
		assertThat(kept()).doesNotContain("pingyi-vote", "pingyi-pass").doesNotContain(LI.digits());
	}

	@Test
	void showsTheReceiptsAgainInTheSameTabUntilTheyAreCleared() {
		Page page = this.li.page();
		this.li.reviews("市水务局");
		assertThat(page.locator("#sheets").innerText()).contains("满意");
		String receipt = this.li.presses("提交评议").receipt();
		assertThat(page.locator("#sheets").innerHTML() + page.locator("#items").innerHTML())
			.as("answers in hidden steps")
			.isEmpty();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查询回执")).first().click();
		page.waitForURL("**/vote/receipt");
		page.goBack();
		assertThat(this.li.receipt()).isEqualTo(receipt);
		this.li.presses("再评别的单位").at("网上评议").presses("查看这个标签页里的回执");
		assertThat(this.li.receipt()).isEqualTo(receipt);
		this.li.presses("清除回执").at("网上评议");
		page.reload();
		this.li.at("网上评议");
		assertThat(kept()).doesNotContain(receipt);
	}

	/**
	 * A browser that goes back shows the page as it was left, with a request whose answer
	 * never comes and a clock that stood still.
	 */
	@Test
	void sendsAgainWhenThePageIsShownAsItWasLeft() {
		AtomicInteger tries = new AtomicInteger();
		this.li.page()
			.addInitScript(
					"const later = setTimeout; " + "setTimeout = (act, wait) => wait >= 20000 ? 0 : later(act, wait)");
		this.li.page().route("**/vote/receipts", (route) -> {
			if (tries.incrementAndGet() > 1) {
				route.resume();
			}
		});
		this.li.reviews("市水务局").presses("提交评议").at("正在提交");
		this.li.page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
		assertThat(this.li.receipt()).isNotEmpty();
		assertThat(tries).hasValue(2);
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void goesBackToNoSubmissionThatIsOver() {
		this.li.page()
			.route("**/vote/receipts",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(422)
						.setContentType("application/json")
						.setBody("{\"message\":\"x\"}")));
		this.li.reviews("市水务局").presses("提交评议").hears("x").at("请再看一遍");
		this.li.page().goBack();
		this.li.at("请再看一遍").presses("提交评议").hears("x");
	}

	@Test
	void neverKeepsTheNumber() {
		this.li.reviews("市水务局");
		assertThat(kept()).contains("pingyi-vote", "SWJ.o01").doesNotContain(LI.digits());
	}

	@Test
	void keepsEverythingOverAReload() {
		this.li.arrives().confirms(LI).picks("市水务局", "市教育局");
		String first = this.li.page().locator("h1:visible").innerText();
		this.li.page().getByLabel("意见建议（选填）").fill("多开一个窗口");
		this.li.rates("满意");
		this.li.page().reload();
		this.li.at(first.equals("市水务局") ? "市教育局" : "市水务局").rates("很满意").at("请再看一遍");
		this.li.page().reload();
		this.li.at("请再看一遍");
		assertThat(this.li.page().locator("#sheets").innerText()).contains("多开一个窗口", "很满意");
		this.li.presses("提交评议").at("评议完成");
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void retriesABrokenSubmissionWithTheSameKey() {
		AtomicInteger tries = new AtomicInteger();
		this.li.page().route("**/vote/receipts", (route) -> {
			if (tries.incrementAndGet() == 1) {
				route.abort();
			}
			else {
				route.resume();
			}
		});
		this.li.reviews("市水务局").presses("提交评议").hears("连接中断");
		assertThat(this.li.receipt()).isNotEmpty();
		assertThat(tries).hasValue(2);
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void retriesAtOnceWhenAsked() {
		AtomicInteger tries = new AtomicInteger();
		this.li.page().route("**/vote/receipts", (route) -> {
			if (tries.incrementAndGet() == 1) {
				route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "3600")));
			}
			else {
				route.resume();
			}
		});
		this.li.reviews("市水务局").presses("提交评议").presses("现在重试");
		assertThat(this.li.receipt()).isNotEmpty();
		assertThat(tries).hasValue(2);
	}

	@Test
	void settlesAnUnknownOutcomeAfterAReloadWithTheSameReceipt() {
		List<String> answers = losesTheAnswers();
		assertThat(counted()).isEqualTo(1);
		this.li.page().reload();
		hearsAnswersAgain();
		assertThat(answers.getFirst()).contains(this.li.receipt());
		assertThat(counted()).isEqualTo(1);
	}

	/**
	 * The positive control: with a key of its own the second attempt is another ballot.
	 */
	@Test
	void wouldNotSettleWithAnotherKey() {
		losesTheAnswers();
		this.li.page()
			.evaluate("for (const k of Object.keys(localStorage).filter((k) => k.startsWith('pingyi-vote'))) "
					+ "localStorage[k] = localStorage[k].replace(/\"key\":\"[^\"]+\"/, '\"key\":\"another-key-of-another-day\"')");
		this.li.page().reload();
		hearsAnswersAgain();
		this.li.at("选择您打过交道的单位").hears("市水务局");
		assertThat(counted()).isEqualTo(1);
	}

	/**
	 * The code that came for the order of this tab is good, though the page was loaded
	 * again.
	 */
	@Test
	void asksAgainWhoTheVoterIsAndKeepsTheAnswers() {
		this.li.reviews("市水务局");
		this.li.page()
			.evaluate(
					"sessionStorage[Object.keys(sessionStorage).find((k) => k.startsWith('pingyi-pass'))] += 'broken'");
		this.li.page().reload();
		this.li.at("请再看一遍").presses("提交评议").hears("验证已过期").confirms(LI).at("评议完成");
		assertThat(counted()).isEqualTo(1);
	}

	/** Two people with one phone: under another right it would be another ballot. */
	@Test
	void sendsNothingByItselfUnderAnotherRight() {
		losesTheAnswers();
		this.li.page().evaluate("sessionStorage.clear()");
		this.li.page().reload();
		hearsAnswersAgain();
		this.li.hears("上次提交的结果还不清楚").confirms(VoteSamples.WANG).at("请再看一遍").hears("另一个号码或评议码");
		Chromium.picture(this.li.page(), "vote-390-another");
		assertThat(counted()).isEqualTo(1);
		this.li.presses("提交评议").at("评议完成");
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void saysWhichUnitsWereRatedAndSendsTheRest() {
		this.li.reviews("市水务局").presses("提交评议").at("评议完成");
		this.li.presses("清除回执").at("网上评议");
		this.li.arrives().confirms(LI).picks("市水务局", "市教育局").rates("满意").rates("满意");
		this.li.page().route("**/vote/receipts", (route) -> {
			if (String.valueOf(route.request().postData()).contains("unit=SWJ")) {
				route.fulfill(new Route.FulfillOptions().setStatus(409)
					.setContentType("application/json")
					.setBody("{\"message\":\"x\",\"units\":[\"SWJ\"]}"));
			}
			else {
				route.resume();
			}
		});
		this.li.presses("提交评议").hears("以前已经评过").hears("市水务局").presses("提交评议").at("评议完成");
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void startsOverOnlyAfterAQuestion() {
		this.li.reviews("市水务局").presses("清空重来").presses("保留").at("请再看一遍");
		this.li.presses("清空重来").presses("清空").at("选择您打过交道的单位");
		assertThat(kept()).doesNotContain("SWJ.o01");
	}

	@Test
	void findsUnitsByNameInitialsAndService() {
		this.li.arrives().confirms(LI).at("选择您打过交道的单位");
		for (String words : new String[] { "水务", "sswj", "SWJ", "停水" }) {
			this.li.page().getByLabel("查找单位").fill(words);
			assertThat(this.li.page().locator("#units").innerText()).as(words).contains("市水务局").doesNotContain("市教育局");
		}
		this.li.page().getByLabel("查找单位").fill("qqq");
		this.li.hears("没有找到");
	}

	@Test
	void takesAPrintedCodeFromTheAddressAndLeavesItNowhere() {
		Page page = this.li.page();
		page.navigate("/vote#c=ABCD-EFGH");
		assertThat(page.getByLabel("纸质评议码", new Page.GetByLabelOptions().setExact(true)).inputValue())
			.isEqualTo("ABCD-EFGH");
		assertThat(page.url()).doesNotContain("ABCD");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "delete window.Worker", "delete Crypto.prototype.subtle" })
	void worksForACodeWhateverTheBrowserCan(String missing) {
		Page page = this.li.page();
		page.addInitScript(missing);
		page.route("**/vote/challenge", (route) -> route
			.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(challenge(1234))));
		this.li.arrives();
		page.getByLabel("手机号码").fill(LI.digits());
		Request asked = page.waitForRequest("**/vote/codes", () -> this.li.presses("获取验证码"));
		String work = URLDecoder.decode(asked.postData().replaceFirst(".*work=", ""), StandardCharsets.UTF_8);
		assertThat(new String(Base64.getDecoder().decode(work), StandardCharsets.UTF_8)).contains("\"number\":1234",
				"\"salt\":\"a-salt?expires=1\"", "\"signature\":\"signed\"", "\"algorithm\":\"SHA-256\"");
	}

	private static String challenge(int number) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(("a-salt?expires=1" + number).getBytes(StandardCharsets.UTF_8));
			return "{\"algorithm\":\"SHA-256\",\"challenge\":\"" + HexFormat.of().formatHex(hash)
					+ "\",\"salt\":\"a-salt?expires=1\",\"signature\":\"signed\",\"maxnumber\":5000}";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String kept() {
		return (String) this.li.page()
			.evaluate("JSON.stringify(Object.entries(localStorage)) + JSON.stringify(Object.entries(sessionStorage))");
	}

	/** Lets the server answer, of which the page learns nothing. */
	private static String taken(Route route) {
		return route.fetch().text();
	}

	private long counted() {
		return this.ballots.counters(this.cycle.id()).rights();
	}

	/**
	 * Submits a ballot that is taken without the phone hearing of it, however often it
	 * tries; gives what it did not hear.
	 */
	private List<String> losesTheAnswers() {
		List<String> answers = new CopyOnWriteArrayList<>();
		this.li.page().route("**/vote/receipts", (route) -> {
			answers.add(taken(route));
			route.abort();
		});
		this.li.reviews("市水务局").presses("提交评议").hears("连接中断");
		return answers;
	}

	/** Not before the page has gone: it would have tried once more, and heard. */
	private void hearsAnswersAgain() {
		this.li.page().unroute("**/vote/receipts");
	}

}
