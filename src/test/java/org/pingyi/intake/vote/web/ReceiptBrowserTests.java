package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.Chromium;
import org.pingyi.PingyiServerTest;
import org.pingyi.RunningChromium;
import org.pingyi.Superuser;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A browser believes no proof that it has not checked itself. */
@PingyiServerTest
class ReceiptBrowserTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples samples;

	private final Ballots ballots;

	private final JdbcTemplate jdbc;

	private Cycle cycle;

	private List<String> receipts;

	ReceiptBrowserTests(CycleSamples cycles, UnitSamples units, BallotSamples samples, Ballots ballots,
			Superuser superuser) {
		this.jdbc = superuser.jdbc();
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
		this.ballots = ballots;
	}

	@BeforeEach
	void vote() {
		this.cycle = this.cycles.opened();
		this.receipts = IntStream.range(0, 13)
			.mapToObj((voter) -> this.ballots
				.submit(this.samples.submission(this.cycle.id(), "ONLINE", this.units.waterBureau().id(),
						"phone:" + voter, 1 + voter % 5))
				.code())
			.toList();
	}

	@Test
	void provesEveryReceiptThatIsPasted() {
		this.cycles.close(this.cycle);
		Page page = checked(390, String.join("\n", this.receipts));
		assertThat(page.locator("#answers .notice-good")).hasCount(13);
		assertThat(page.locator("#answers li").filter(text("签名由您的浏览器验过"))).hasCount(13);
		Chromium.picture(page, "receipt-390-proved");
		Chromium.assertAccessible(page);
	}

	@Test
	void saysWhatWaitsAndWhatIsUnknown() {
		Page page = checked(1440, this.receipts.getFirst() + "\n0000-0000-0000-0000-0000");
		assertThat(page.locator("#answers .notice-good")).containsText("等待封存");
		assertThat(page.locator("#answers .notice-warn")).containsText("没有找到这个回执");
		Chromium.picture(page, "receipt-1440-waiting");
		Chromium.assertAccessible(page);
	}

	@ParameterizedTest
	@CsvSource({ "leaf", "root", "path", "signed", "signature", "position", "size" })
	void refusesAProofThatWasTamperedWith(String part) {
		this.cycles.close(this.cycle);
		Page page = page(390);
		page.route("**/vote/receipt/proof",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
					.setBody(tampered(route.fetch().text(), part))));
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-bad")).containsText("证明对不上");
		assertThat(page.locator("#answers .notice-good")).hasCount(0);
	}

	@Test
	void refusesTheProofOfAnotherReceipt() {
		this.cycles.close(this.cycle);
		Page page = page(390);
		page.route("**/vote/receipt/proof",
				(route) -> route.resume(new Route.ResumeOptions().setPostData("code=" + this.receipts.get(1))));
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-bad")).containsText("证明对不上");
	}

	@Test
	void saysSoWhereTheSignatureCannotBeChecked() {
		this.cycles.close(this.cycle);
		Page page = page(390);
		page.addInitScript("Object.defineProperty(window, 'crypto', { value: {} })");
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-good")).hasCount(1);
		assertThat(page.locator("#answers li").filter(text("签名没能在这里验证"))).hasCount(1);
	}

	@Test
	void tellsWhoeverAsksTooOftenAndWhoseBallotWasAltered() {
		this.jdbc.update("update ballot_waiting set box = substr(box, 1, 20)");
		this.cycles.close(this.cycle);
		Page page = page(390);
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-bad")).containsText("改动过的选票原样保存");
		Chromium.picture(page, "receipt-390-altered");
		page.route("**/vote/receipt/proof", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-warn")).containsText("过一会儿再查");
	}

	private static Locator.FilterOptions text(String words) {
		return new Locator.FilterOptions().setHasText(words);
	}

	/** Changes one digit of a part. */
	static String tampered(String proof, String part) {
		Matcher found = Pattern.compile("\"" + part + "\":\\[?\"?(?:pingyi-checkpoint/)?([0-9a-f])").matcher(proof);
		assertThat(found.find()).as(part).isTrue();
		char other = (found.group(1).equals("7")) ? '8' : '7';
		return proof.substring(0, found.start(1)) + other + proof.substring(found.end(1));
	}

	private Page checked(int width, String typed) {
		Page page = page(width);
		check(page, typed);
		return page;
	}

	private static void check(Page page, String typed) {
		page.navigate("/vote/receipt");
		page.getByLabel("回执号").fill(typed);
		page.locator("#check button").click();
	}

	private Page page(int width) {
		return chromium.person(this.port, width, 900);
	}

}
