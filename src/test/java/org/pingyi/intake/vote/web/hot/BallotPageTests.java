package org.pingyi.intake.vote.web.hot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.pingyi.base.web.kept.Refreshed;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitChange;
import org.pingyi.base.unit.Units;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The first page of the vote is written once and sent to everybody. */
@PingyiTest
class BallotPageTests {

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final Units units;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	BallotPageTests(MockMvcTester mvc, CycleSamples cycles, Units units, TestClock clock, Superuser superuser) {
		this.mvc = mvc;
		this.units = units;
		this.cycles = cycles;
		this.clock = clock;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void isForEverybodyAndSetsNothing() {
		this.cycles.opened();
		MvcTestResult page = ask("/vote");
		assertThat(page).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CACHE_CONTROL, "max-age=60, public")
			.doesNotContainHeader(HttpHeaders.SET_COOKIE);
		assertThat(page.getResponse().getHeaders(HttpHeaders.VARY)).containsExactly("Accept-Encoding, Cookie");
		assertThat(page.getRequest().getSession(false)).isNull();
	}

	@Test
	void sendsTheHeadersThatEveryChainSends() {
		this.cycles.opened();
		for (boolean secure : new boolean[] { false, true }) {
			Map<String, String> chain = protection("/vote/receipt", secure);
			assertThat(chain).hasSize(secure ? 9 : 8);
			assertThat(protection("/vote", secure)).isEqualTo(chain);
		}
	}

	@Test
	void believesNobodyWhoSaysThatTheyCameInSafely() {
		this.cycles.opened();
		assertThat(this.mvc.get().uri("/vote").header("X-Forwarded-Proto", "https")).hasStatusOk()
			.headers()
			.doesNotContainHeader("Strict-Transport-Security");
	}

	/** Whatever has nothing to do with the content and its keeping. */
	private Map<String, String> protection(String address, boolean secure) {
		MockHttpServletResponse response = this.mvc.get().uri(address).secure(secure).exchange().getResponse();
		return response.getHeaderNames()
			.stream()
			.filter((name) -> name.startsWith("X-") || name.endsWith("-Policy") || name.startsWith("Strict-"))
			.collect(Collectors.toMap(Function.identity(), response::getHeader));
	}

	@Test
	void answersWhoeverKnowsItWithoutABody() {
		this.cycles.opened();
		String tag = tag(ask("/vote"));
		MvcTestResult again = this.mvc.get().uri("/vote").header(HttpHeaders.IF_NONE_MATCH, tag).exchange();
		assertThat(again).hasStatus(304).body().isEmpty();
		assertThat(this.mvc.get().uri("/vote").header(HttpHeaders.IF_NONE_MATCH, "\"other\"")).hasStatusOk();
	}

	@Test
	void isTheSameCompressed() throws IOException {
		this.cycles.opened();
		MvcTestResult zipped = this.mvc.get().uri("/vote").header(HttpHeaders.ACCEPT_ENCODING, "gzip, br").exchange();
		assertThat(zipped).hasStatusOk().headers().hasValue(HttpHeaders.CONTENT_ENCODING, "gzip");
		byte[] bytes = zipped.getResponse().getContentAsByteArray();
		assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
			.isEqualTo(ask("/vote").getResponse().getContentAsByteArray());
	}

	@Test
	void speaksTheLanguageOfTheAddressOrTheCookieAndNeverMixesThem() {
		this.cycles.opened();
		assertThat(ask("/vote")).bodyText().contains("获取验证码").doesNotContain("Send me a code");
		MvcTestResult chosen = ask("/vote?lang=en");
		assertThat(chosen).hasStatusOk().bodyText().contains("Send me a code", "lang=\"en\"");
		assertThat(chosen).headers().hasValue(HttpHeaders.CACHE_CONTROL, "max-age=60, private");
		Cookie cookie = Objects.requireNonNull(chosen.getResponse().getCookie("pingyi-lang"));
		assertThat(this.mvc.get().uri("/vote").cookie(cookie)).bodyText().contains("Send me a code");
		assertThat(ask("/vote")).bodyText().contains("获取验证码");
		assertThat(tag(chosen)).isNotEqualTo(tag(ask("/vote")));
	}

	@Test
	void carriesNothingOfTheRequestThatWroteIt() {
		this.cycles.opened();
		assertThat(ask("/vote?from=%3Cevil%3E&lang=zh")).bodyText().doesNotContain("evil");
	}

	@Test
	void asksTheStoreOnceInAFewSeconds() {
		this.cycles.opened();
		String tag = tag(ask("/vote"));
		this.jdbc.update("update cycle_cycle set name = '改了名的年度'");
		assertThat(tag(ask("/vote"))).isEqualTo(tag);
		this.clock.advance(Refreshed.FRESH);
		assertThat(ask("/vote")).bodyText().contains("改了名的年度");
	}

	@Test
	void changesAtOnceWhenAYearOpensOrCloses() {
		Cycle announced = this.cycles.announced();
		assertThat(ask("/vote")).bodyText().contains("2026-11-01 至").doesNotContain("name=\"phone\"");
		Cycle opened = this.cycles.open(announced);
		assertThat(ask("/vote")).bodyText().contains("name=\"phone\"");
		this.cycles.close(opened);
		assertThat(ask("/vote")).bodyText().contains("已经结束").doesNotContain("name=\"phone\"");
	}

	@Test
	void closesWithTheLastDay() {
		Cycle opened = this.cycles.opened();
		assertThat(ask("/vote")).bodyText().contains("name=\"phone\"");
		this.clock.moveTo(opened.closesOn().plusDays(1));
		assertThat(ask("/vote")).bodyText().doesNotContain("name=\"phone\"");
	}

	@Test
	void asksForTheUnitsTheirInitialsAndTheirServices() {
		this.cycles.opened();
		assertThat(ask("/vote")).bodyText().contains("很满意", "\"o01\"").doesNotContain("市水务局");
		MvcTestResult list = ask(units());
		assertThat(list).bodyText().contains("\"code\":\"SWJ\",\"name\":\"市水务局\",\"find\":\"sswj 水费");
		assertThat(list).headers()
			.hasValue(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
			.doesNotContainHeader(HttpHeaders.SET_COOKIE);
		assertThat(UnitSearchTerms.initials("重庆市人民银行")).isEqualTo("cqsrmyh");
	}

	/** What a browser keeps for good is named by its content, and by nothing older. */
	@Test
	void findsUnitsByTheWordsOfTheOfficeSoonAfterItWroteThem() {
		this.cycles.opened();
		String before = units();
		assertThat(ask(before)).bodyText().contains("\"find\":\"sswj 水费").doesNotContain("装水表");
		As.office(() -> {
			this.units.change("SWJ", new UnitChange("市水务局", "水务局", "装水表", Set.of()));
			return true;
		});
		this.clock.advance(Refreshed.FRESH);
		assertThat(units()).isNotEqualTo(before);
		assertThat(ask(units())).bodyText().contains("\"find\":\"sswj 装水表\"").doesNotContain("水费");
		assertThat(ask(before)).headers().hasValue(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
	}

	@Test
	void hasNoUnitsWhereNoVoteIsOpen() {
		Cycle opened = this.cycles.opened();
		String address = units();
		this.cycles.close(opened);
		assertThat(ask(address)).hasStatus(404);
	}

	@Test
	void sendsUnitsAsDataThatNoBrowserTakesForAPage() {
		this.cycles.opened();
		this.jdbc.update("update cycle_participant set name = '</script><script src=x>' where code = 'SWJ'");
		assertThat(ask("/vote")).bodyText().doesNotContain("src=x");
		assertThat(ask(units())).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.headers()
			.hasValue("X-Content-Type-Options", "nosniff");
	}

	/** Where the page asks for its units. */
	private String units() {
		String page = new String(ask("/vote").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
		return page.replaceAll("(?s).*\"units\":\"(/vote/units/[0-9a-f]{16})\".*", "$1");
	}

	private MvcTestResult ask(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	private static String tag(MvcTestResult page) {
		return Objects.requireNonNull(page.getResponse().getHeader(HttpHeaders.ETAG));
	}

}
