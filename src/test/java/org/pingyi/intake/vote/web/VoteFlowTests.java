package org.pingyi.intake.vote.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.Participation;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.intake.vote.VoteSamples.LI;

/** The whole way of a citizen, and what goes wrong on it. */
@PingyiTest
class VoteFlowTests {

	private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");

	private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

	private static final Pattern RECEIPT = Pattern.compile("<code>([^<]+)</code>");

	private final MockMvcTester mvc;

	private final CycleSamples cycles;

	private final VoteSamples samples;

	private final Ballots ballots;

	private final TestClock clock;

	private Cycle cycle;

	VoteFlowTests(MockMvcTester mvc, CycleSamples cycles, VoteSamples samples, Ballots ballots, TestClock clock) {
		this.mvc = mvc;
		this.cycles = cycles;
		this.samples = samples;
		this.ballots = ballots;
		this.clock = clock;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void startsWithTheYearAndItsLastDayAndSetsNoCookie() {
		MvcTestResult page = this.mvc.get().uri("/vote").exchange();
		assertThat(page).hasStatusOk().bodyText().contains(this.cycle.name(), "2026-11-30", "name=\"phone\"");
		assertThat(page.getResponse().getCookies()).isEmpty();
		assertThat(page.getRequest().getSession(false)).isNull();
	}

	@Test
	void takesRatingsOfTwoUnitsFromNumberToReceipt() {
		MultiValueMap<String, String> form = enter();
		form.addAll("unit", List.of("SWJ", "JYJ"));
		assertThat(post("/vote/sheet", form)).hasStatusOk().bodyText().contains("市水务局", "市教育局", "不了解");
		rate(form, "SWJ", "1");
		rate(form, "JYJ", "9");
		form.set("SWJ.opinion", "窗口排队<太久>");
		form.set("SWJ.forward", "yes");
		assertThat(post("/vote/review", form)).hasStatusOk().bodyText().contains("窗口排队&lt;太久&gt;", "很满意", "可以转给");
		assertThat(counted()).isZero();
		String receipts = text(post("/vote/ballots", form));
		Matcher receipt = RECEIPT.matcher(receipts);
		assertThat(receipt.find()).isTrue();
		assertThat(counted()).isEqualTo(2);
		assertThat(text(post("/vote/ballots", form))).isEqualTo(receipts);
		assertThat(counted()).isEqualTo(2);
		assertThat(checked(receipt.group(1))).contains("等待封存");
		this.cycles.close(this.cycle);
		assertThat(checked(receipt.group(1))).contains("已封存并计数");
		assertThat(checked("0000")).contains("没有找到这个回执");
	}

	@Test
	void refusesANumberThatIsNoneAndKeepsIt() {
		assertThat(post("/vote/codes", fields("phone", "12345"))).hasStatus(422)
			.bodyText()
			.contains("value=\"12345\"", "11 位");
		assertThat(this.samples.messages()).isZero();
	}

	@Test
	void answersAlikeWhetherACodeWentOutOrNot() {
		String first = text(post("/vote/codes", fields("phone", LI.digits())));
		String second = text(post("/vote/codes", fields("phone", LI.digits())));
		assertThat(this.samples.messages()).isEqualTo(1);
		assertThat(second).isEqualTo(first);
	}

	@Test
	void refusesWrongExpiredAndTooOftenTriedCodesInTheSameWords() {
		post("/vote/codes", fields("phone", LI.digits()));
		String wrong = this.samples.wrongCode(LI);
		assertThat(code(wrong)).hasStatus(422).bodyText().contains("验证码不对", "138****1111", wrong);
		for (int guess = 0; guess < 4; guess++) {
			code(wrong);
		}
		assertThat(code(this.samples.codeOf(LI))).hasStatus(422).bodyText().contains("验证码不对");
		this.clock.advance(Duration.ofMinutes(2));
		post("/vote/codes", fields("phone", LI.digits()));
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(code(this.samples.codeOf(LI))).hasStatus(422).bodyText().contains("验证码不对");
	}

	@Test
	void asksForOneToTwentyUnits() {
		MultiValueMap<String, String> form = enter();
		assertThat(post("/vote/sheet", form)).hasStatus(422).bodyText().contains("请至少选一个单位");
	}

	@Test
	void namesWhatIsMissingAndKeepsWhatWasTyped() {
		MultiValueMap<String, String> form = enter();
		form.add("unit", "SWJ");
		rate(form, "SWJ", "2");
		form.set("SWJ.o03", "77");
		form.set("SWJ.opinion", "长".repeat(501));
		assertThat(post("/vote/review", form)).hasStatus(422)
			.bodyText()
			.contains("href=\"#SWJ.o03\"", "href=\"#SWJ.opinion\"", "长".repeat(501))
			.containsPattern("name=\"SWJ.o01\" value=\"2\"\\s+checked")
			.doesNotContain("href=\"#SWJ.o01\"");
	}

	@Test
	void saysWhichUnitsWereRatedBeforeAndStoresNothingElse() {
		MultiValueMap<String, String> form = enter();
		form.add("unit", "SWJ");
		rate(form, "SWJ", "1");
		assertThat(post("/vote/ballots", form)).hasStatusOk();
		MultiValueMap<String, String> again = new LinkedMultiValueMap<>(form);
		again.set("key", "another-key-of-another-day");
		again.add("unit", "JYJ");
		rate(again, "JYJ", "5");
		assertThat(post("/vote/ballots", again)).hasStatus(409)
			.bodyText()
			.contains("已经评议过", "市水务局", "提交其余 1 个单位")
			.contains("name=\"unit\" value=\"JYJ\"")
			.doesNotContain("name=\"unit\" value=\"SWJ\"");
		assertThat(counted()).isEqualTo(1);
		again.put("unit", List.of("JYJ"));
		assertThat(post("/vote/ballots", again)).hasStatusOk();
		assertThat(counted()).isEqualTo(2);
	}

	@Test
	void refusesATamperedAForeignAndAnOldPass() {
		MultiValueMap<String, String> form = enter();
		form.add("unit", "SWJ");
		rate(form, "SWJ", "1");
		String pass = Objects.requireNonNull(form.getFirst("pass"));
		for (String bad : List.of(flipped(pass), "", "a.b.c.d", pass + "0")) {
			form.set("pass", bad);
			assertThat(refusal(form)).isEqualTo("vote.passBroken");
		}
		form.set("pass", pass);
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(refusal(form)).isEqualTo("vote.passExpired");
		assertThat(counted()).isZero();
	}

	@Test
	void takesNothingOnceTheYearIsClosed() {
		MultiValueMap<String, String> form = enter();
		form.add("unit", "SWJ");
		rate(form, "SWJ", "1");
		this.cycles.close(this.cycle);
		this.clock.moveTo(LocalDate.of(2026, 11, 2));
		assertThat(refusal(form)).isEqualTo("cycle.notOpen");
		assertThat(this.mvc.get().uri("/vote")).hasStatusOk().bodyText().contains("已经结束");
		assertThat(counted()).isZero();
	}

	@Test
	void leadsBackToTheStartWhoeverComesByAddress() {
		assertThat(this.mvc.get().uri("/vote/ballots")).hasStatus3xxRedirection().hasRedirectedUrl("/vote");
	}

	private MultiValueMap<String, String> enter() {
		post("/vote/codes", fields("phone", LI.digits()));
		String page = text(code(this.samples.codeOf(LI)));
		assertThat(page).contains("市水务局", "窗口服务部门");
		MultiValueMap<String, String> form = fields("pass", group(PASS, page));
		form.add("key", group(KEY, page));
		return form;
	}

	private MvcTestResult code(String code) {
		MultiValueMap<String, String> form = fields("phone", LI.digits());
		form.add("code", code);
		return post("/vote/passes", form);
	}

	private static void rate(MultiValueMap<String, String> form, String unit, String code) {
		for (int item = 1; item <= 5; item++) {
			form.set(unit + ".o0" + item, code);
		}
	}

	private MvcTestResult post(String address, MultiValueMap<String, String> form) {
		return this.mvc.post().uri(address).params(form).exchange();
	}

	/** The key of the refusal with which submitting ends. */
	private @Nullable String refusal(MultiValueMap<String, String> form) {
		MvcTestResult result = post("/vote/ballots", form);
		Throwable cause = (result.getUnresolvedException() != null) ? result.getUnresolvedException().getCause()
				: result.getMvcResult().getResolvedException();
		return (cause instanceof Refusal refusal) ? refusal.key() : null;
	}

	private String checked(String code) {
		return text(post("/vote/receipt", fields("code", code)));
	}

	private long counted() {
		return this.ballots.participation(this.cycle.id()).stream().mapToLong(Participation::ballots).sum();
	}

	private static MultiValueMap<String, String> fields(String name, String value) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.add(name, value);
		return fields;
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String group(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String flipped(String pass) {
		return ((pass.charAt(0) == 'a') ? 'b' : 'a') + pass.substring(1);
	}

}
