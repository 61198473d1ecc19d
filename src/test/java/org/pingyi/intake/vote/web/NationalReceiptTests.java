package org.pingyi.intake.vote.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.Chromium;
import org.pingyi.NationalCityTest;
import org.pingyi.RunningChromium;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** In a national city the browser checks receipts with SM3 and SM2 of its own. */
@NationalCityTest
class NationalReceiptTests {

	@RegisterExtension
	static final RunningChromium chromium = new RunningChromium();

	@LocalServerPort
	private int port;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final BallotSamples samples;

	private final Ballots ballots;

	private List<String> receipts;

	NationalReceiptTests(CycleSamples cycles, UnitSamples units, BallotSamples samples, Ballots ballots) {
		this.cycles = cycles;
		this.units = units;
		this.samples = samples;
		this.ballots = ballots;
	}

	@BeforeEach
	void vote() {
		Cycle cycle = this.cycles.opened();
		this.receipts = IntStream.range(0, 13)
			.mapToObj((voter) -> this.ballots
				.submit(this.samples.submission(cycle.id(), "ONLINE", this.units.waterBureau().id(), "phone:" + voter,
						1 + voter % 5))
				.code())
			.toList();
		this.cycles.close(cycle);
	}

	@Test
	void provesEveryReceiptWithItsSignature() {
		Page page = page();
		check(page, String.join("\n", this.receipts));
		assertThat(page.locator("#answers .notice-good")).hasCount(13);
		assertThat(page.locator("#answers li:nth-child(3)"))
			.hasText(IntStream.range(0, 13).mapToObj((receipt) -> signature(page, "signature")).toArray(String[]::new));
		assertThat(page.locator("#answers dl").first()).containsText("SM2");
		assertThat(page.locator("#answers dl").first()).containsText("SM3");
		Chromium.assertAccessible(page);
	}

	/** What the page says of a signature. */
	private static String signature(Page page, String name) {
		return page.locator("#words dt:text-is('" + name + "') + dd").textContent();
	}

	@ParameterizedTest
	@CsvSource({ "leaf", "path", "signed", "signature" })
	void refusesAProofThatWasTamperedWith(String part) {
		Page page = page();
		page.route("**/vote/receipt/proof",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
					.setBody(ReceiptBrowserTests.tampered(route.fetch().text(), part))));
		check(page, this.receipts.getFirst());
		assertThat(page.locator("#answers .notice-bad")).hasCount(1);
		assertThat(page.locator("#answers .notice-good")).hasCount(0);
	}

	/**
	 * GB/T 32905, appendix A, and GB/T 32918.5, appendix A.2, as they are in the sources.
	 */
	@Test
	void givesTheExamplesOfTheStandards() {
		Page page = page();
		page.route("**/examples/*.js",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript")
					.setBody(source(route.request().url().replaceFirst(".*/", "")))));
		page.navigate("/vote/receipt");
		assertThat(page.evaluate(
				"""
						async () => {
						  const { ascii, hex, unhex } = await import("/examples/bytes.js");
						  const { sm3 } = await import("/examples/sm3.js");
						  const { isSignedBySm2 } = await import("/examples/sm2.js");
						  const key = unhex("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
						    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
						  const signature = unhex("3046" + "022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
						    + "022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
						  return { one: hex(sm3(ascii("abc"))), two: hex(sm3(ascii("abcd".repeat(16)))),
						    right: isSignedBySm2(ascii("message digest"), signature, key),
						    wrong: isSignedBySm2(ascii("message digesu"), signature, key) };
						}"""))
			.isEqualTo(Map.of("one", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", "two",
					"debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", "right", true, "wrong", false));
	}

	private static String source(String name) {
		try {
			return Files.readString(Path.of("src/main/scripts/intake/ballot", name));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void check(Page page, String typed) {
		page.navigate("/vote/receipt");
		page.locator("#code").fill(typed);
		page.locator("#check button").click();
	}

	private Page page() {
		return chromium.person(this.port, 390, 900);
	}

}
