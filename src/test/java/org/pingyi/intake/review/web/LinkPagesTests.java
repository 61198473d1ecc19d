package org.pingyi.intake.review.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.message.SentSms;
import org.pingyi.base.message.SmsReports;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.NewInvitation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Opening a personal link: in the first browser, in another one, by code, by hand. */
@PingyiTest
class LinkPagesTests {

	private static final Pattern ORDER = Pattern.compile("name=\"order\" value=\"([^\"]+)\"");

	private static final PhoneNumber PHONE = VoteSamples.LI;

	private final MockMvcTester mvc;

	private final ReviewSamples samples;

	private final CycleSamples cycles;

	private final Invitations invitations;

	private final VoteSamples phones;

	private final SmsReports reports;

	private final JdbcTemplate jdbc;

	private final TestClock clock;

	LinkPagesTests(MockMvcTester mvc, ReviewSamples samples, CycleSamples cycles, Invitations invitations,
			VoteSamples phones, SmsReports reports, JdbcTemplate jdbc, TestClock clock) {
		this.mvc = mvc;
		this.samples = samples;
		this.cycles = cycles;
		this.invitations = invitations;
		this.phones = phones;
		this.reports = reports;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Test
	void opensALinkInItsFirstBrowserAndComesBackToIt() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		assertThat(this.mvc.get().uri("/review")).hasStatusOk().bodyText().contains("评议码", "intake/review/link-");
		MvcTestResult opened = open(leader.token());
		assertThat(opened).hasStatus3xxRedirection();
		Cookie cookie = cookie(opened);
		assertThat(cookie).satisfies((kept) -> {
			assertThat(kept.isHttpOnly()).isTrue();
			assertThat(kept.getPath()).isEqualTo("/");
			assertThat(kept.getDomain()).isNull();
			assertThat(kept.getAttribute("SameSite")).isEqualTo("Lax");
		});
		assertThat(page(opened, cookie)).hasStatusOk().bodyText().contains("王主任，您好");
		assertThat(open(leader.token(), cookie)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/review").cookie(cookie)).bodyText()
			.contains("王主任 · 领导评议", opened.getResponse().getRedirectedUrl());
	}

	@Test
	void letsTheCookieGoToThisHostAlone() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		MvcTestResult opened = this.mvc.post().uri("https://localhost/review").param("code", token).exchange();
		assertThat(cookie(opened).getName()).startsWith("__Host-review-");
		assertThat(cookie(opened).getSecure()).isTrue();
	}

	@Test
	void refusesAnotherBrowserAndSaysWhatToDo() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		MvcTestResult first = open(token);
		assertThat(open(token)).hasStatus(403).bodyText().contains("另一台设备", "请联系考评办解除绑定").doesNotContain("发送验证码");
		assertThat(this.mvc.get().uri(address(first))).hasStatus(403);
		Cookie guessed = cookie(first);
		guessed.setValue(token + "." + "x".repeat(43));
		assertThat(page(first, guessed)).hasStatus(403);
		assertThat(this.mvc.post()
			.uri(address(first) + "/signature")
			.param("key", "a-key-of-more-than-sixteen")
			.param("leaveOut", "true")).hasStatus(403);
		assertThat(this.jdbc.queryForList("select i::text from review_invitation i", String.class)).singleElement()
			.asString()
			.doesNotContain(token, cookie(first).getValue().substring(token.length() + 1));
	}

	/** The positive control is the next one: where the office releases it, it opens. */
	@Test
	void opensNoLinkElsewhereThatAStatementReleases() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		open(token);
		this.jdbc.update("update review_invitation set browser_hash = null");
		assertThat(open(token)).hasStatus(410);
	}

	@Test
	void opensALinkElsewhereOnceTheOfficeReleasesIt() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		MvcTestResult first = open(leader.token());
		this.samples.mark(leader.token(), "SWJ", 2);
		assertThat(this.mvc.post()
			.uri("/desk/invitations/" + leader.id() + "/release?cycle=2026")
			.with(user("office1").roles("OFFICE"))
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(page(first, cookie(first))).hasStatus(403).bodyText().contains("重新打开");
		MvcTestResult second = open(leader.token());
		assertThat(page(second, cookie(second))).hasStatusOk().bodyText().contains("已评完 1 / 5 个单位");
		assertThat(page(first, cookie(first))).hasStatus(403);
		assertThat(this.jdbc.queryForList("select act from audit_entry where subject = ? order by id", String.class,
				"invitation:" + leader.id()))
			.containsExactly("review.invited", "review.released");
	}

	@Test
	void opensALinkElsewhereByACodeToTheRegisteredPhone() {
		String token = invitedWithPhone().token();
		MvcTestResult first = open(token);
		assertThat(open(token)).hasStatus(403).bodyText().contains("发送验证码到 138****1111", "请取验证码");
		String order = order(token, "138****1111");
		assertThat(post("/review/browsers", token, order, this.phones.wrongCode(PHONE))).hasStatus(422)
			.bodyText()
			.contains("验证码不对");
		MvcTestResult second = post("/review/browsers", token, order, this.phones.codeOf(PHONE));
		assertThat(second).hasStatus3xxRedirection();
		assertThat(page(second, cookie(second))).hasStatusOk();
		assertThat(page(first, cookie(first))).hasStatus(403);
	}

	/** Three wrong tries, and the right code opens nothing any more. */
	@Test
	void countsWrongCodesThoughTheyAreRefused() {
		String token = invitedWithPhone().token();
		open(token);
		String order = order(token, "138****1111");
		String wrong = this.phones.wrongCode(PHONE);
		for (int time = 0; time < 3; time++) {
			assertThat(post("/review/browsers", token, order, wrong)).hasStatus(422);
		}
		assertThat(post("/review/browsers", token, order, this.phones.codeOf(PHONE))).hasStatus(422);
		this.clock.advance(Duration.ofMinutes(1));
		String owners = order(token, "138****1111");
		assertThat(post("/review/browsers", token, order, this.phones.codeOf(PHONE))).as("another order")
			.hasStatus(422);
		assertThat(post("/review/browsers", token, owners, this.phones.codeOf(PHONE))).hasStatus3xxRedirection();
	}

	@Test
	void sendsNoCodeWhereNoPhoneIsRegistered() {
		String token = this.samples.leader(this.cycles.opened().id()).token();
		assertThat(post("/review/codes", token, "", "")).hasStatus(409).bodyText().contains("没有登记手机");
	}

	@Test
	void readsACodeAsItIsTypedFromALetter() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		assertThat(leader.code()).matches("([A-Z0-9]{4}-){4}[A-Z0-9]{4}");
		for (String wrong : List.of("", "ABCD", leader.token().substring(1), mistyped(leader.token()))) {
			assertThat(open(wrong)).hasStatus(422).bodyText().contains("评议码不对", "#code");
		}
		assertThat(open(" " + leader.code().toLowerCase(Locale.ROOT) + " ")).hasStatus3xxRedirection();
	}

	@Test
	void exchangesAnEarlierLinkForAnAddressWithoutItsToken() {
		String earlier = "A".repeat(42) + "_";
		assertThat(this.mvc.get().uri("/review/" + earlier)).hasStatus3xxRedirection()
			.hasRedirectedUrl("/review#" + earlier);
		assertThat(this.mvc.get().uri("/review/nothing")).hasRedirectedUrl("/review");
		assertThat(open("http://city.test/review#" + earlier)).hasStatus(404).bodyText().contains("这个邀请链接不对");
		String token = this.samples.leader(this.cycles.opened().id()).token();
		assertThat(open("http://city.test/review#" + token)).hasStatus3xxRedirection();
	}

	/**
	 * What a proxy writes down: neither the token nor anything that the database holds.
	 */
	@Test
	void showsProxiesNothingThatLeadsToTheInvitation() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		String address = address(open(leader.token()));
		assertThat(address).matches("/review/sheets/[A-Za-z0-9_-]{22}").doesNotContain(leader.token());
		String seen = address.substring(address.lastIndexOf('/') + 1);
		for (String table : this.jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'",
				String.class)) {
			assertThat(this.jdbc.queryForObject("select count(*) from " + table + " t where strpos(t::text, ?) > 0",
					Long.class, seen))
				.as(table)
				.isZero();
		}
		assertThat(this.mvc.get().uri("/review")).headers().hasValue("Referrer-Policy", "no-referrer");
	}

	@Test
	void tellsThePersonThatTheirSheetWasSigned() {
		String token = invitedWithPhone().token();
		MvcTestResult opened = open(token);
		Cookie cookie = cookie(opened);
		this.samples.mark(token, "SWJ", 4);
		this.clock.advance(Duration.ofMinutes(17).plusSeconds(23));
		assertThat(this.mvc.post()
			.uri(address(opened) + "/signature")
			.cookie(cookie)
			.param("key", "a-key-of-more-than-sixteen")
			.param("leaveOut", "true")).hasStatusOk().bodyText().contains("签字日期：2026-11-02");
		assertThat(page(opened, cookie)).hasStatus(410).bodyText().contains("已经签字提交（2026-11-02）", "不是您本人签的");
		assertThat(open(token)).hasStatus(410);
		List<SentSms> sent = As.office(this.reports::kept).orElseThrow();
		assertThat(sent).singleElement().satisfies((message) -> {
			assertThat(message.phone()).isEqualTo(PHONE.digits());
			assertThat(message.text()).contains("已于 2026-11-02 签字提交", "告诉考评办").doesNotContain("水务局", "满意");
		});
	}

	@Test
	void keepsNoPhoneInClear() {
		invitedWithPhone();
		assertThat(this.jdbc.queryForObject("select encode(phone, 'escape') from review_invitation", String.class))
			.doesNotContain(PHONE.digits());
		assertThat(this.mvc.post()
			.uri("/desk/invitations?cycle=2026")
			.with(user("office1").roles("OFFICE"))
			.with(FormKey.fresh())
			.with(csrf())
			.param("name", "李主席")
			.param("organisation", "市政协")
			.param("rater", "LEADER/leader")
			.param("phone", "12345")).hasStatus(422).bodyText().contains("手机号码不对", "value=\"12345\"");
	}

	private IssuedInvitation invitedWithPhone() {
		long cycle = this.cycles.opened().id();
		return As.office(() -> this.invitations.invite(cycle,
				new NewInvitation("LEADER", "", "王主任", "市人大", List.of(), PHONE.digits())));
	}

	/** With another check character. */
	private static String mistyped(String token) {
		int last = token.length() - 1;
		return token.substring(0, last) + ((token.charAt(last) == '2') ? '3' : '2');
	}

	private MvcTestResult open(String code, Cookie... cookies) {
		var request = this.mvc.post().uri("/review").param("code", code);
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private String order(String token, String shown) {
		MvcTestResult page = post("/review/codes", token, "", "");
		assertThat(page).hasStatusOk().bodyText().contains(shown);
		Matcher order = ORDER.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(order.find()).isTrue();
		return order.group(1);
	}

	private MvcTestResult post(String address, String token, String order, String digits) {
		return this.mvc.post()
			.uri(address)
			.param("code", token)
			.param("order", order)
			.param("digits", digits)
			.exchange();
	}

	private MvcTestResult page(MvcTestResult opened, Cookie cookie) {
		return this.mvc.get().uri(address(opened)).cookie(cookie).exchange();
	}

	private static String address(MvcTestResult opened) {
		return String.valueOf(opened.getResponse().getRedirectedUrl());
	}

	private static Cookie cookie(MvcTestResult opened) {
		return opened.getResponse().getCookies()[0];
	}

}
