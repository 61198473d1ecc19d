package org.pingyi.base.account.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Accounts;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.Authenticator;
import org.pingyi.base.account.FactorRules;
import org.pingyi.base.account.Rights;
import org.pingyi.base.account.Role;
import org.pingyi.base.account.factor.AuthenticatorOffer;
import org.pingyi.base.account.factor.Authenticators;
import org.pingyi.base.account.factor.RecoveryCodes;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pingyi.base.account.web.SignInSteps.key;
import static org.pingyi.base.account.web.SignInSteps.session;
import static org.pingyi.base.account.web.SignInSteps.text;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The second step of a sign-in. */
@PingyiTest
class SecondFactorTests {

	private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");

	private static final Pattern SECRET = Pattern.compile("<code>([^<]+)</code>");

	private final MockMvcTester mvc;

	private final SignInSteps steps;

	private final AccountSamples samples;

	private final Accounts accounts;

	private final Activations activations;

	private final Rights rights;

	private final FactorRules factorRules;

	private final RecoveryCodes recovery;

	private final Authenticators authenticators;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	private final MessageSource messages;

	SecondFactorTests(MockMvcTester mvc, AccountSamples samples, Accounts accounts, Activations activations,
			Rights rights, FactorRules factorRules, RecoveryCodes recovery, Authenticators authenticators,
			TestClock clock, JdbcTemplate jdbc, MessageSource messages) {
		this.mvc = mvc;
		this.steps = new SignInSteps(mvc);
		this.samples = samples;
		this.accounts = accounts;
		this.activations = activations;
		this.rights = rights;
		this.factorRules = factorRules;
		this.recovery = recovery;
		this.authenticators = authenticators;
		this.clock = clock;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	@Test
	void asksForTheCodeBeforeAnythingElse() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session)).hasRedirectedUrl("/login");
		assertThat(this.mvc.get().uri("/me").cookie(session)).hasRedirectedUrl("/login");
		MvcTestResult signedIn = this.steps.code(session, phone.code());
		assertThat(signedIn).hasRedirectedUrl("/desk");
		assertThat(this.mvc.get().uri("/desk/units").cookie(session(signedIn))).hasStatusOk();
		assertThat(this.mvc.get().uri("/login/code").cookie(session(signedIn))).as("another tab")
			.hasRedirectedUrl("/desk");
		assertThat(this.mvc.post().uri("/login/code").cookie(session(signedIn))).as("its form")
			.hasRedirectedUrl("/login?again");
		assertThat(this.mvc.get().uri("/login?again").cookie(session(signedIn))).hasRedirectedUrl("/desk");
	}

	@Test
	void takesEachCodeOnce() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		String code = phone.code();
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), code)).hasRedirectedUrl("/desk");
		assertThat(key(this.steps.code(this.steps.password("office1", "/login/code"), code)))
			.isEqualTo("account.codeWrong");
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), phone.code()))
			.hasRedirectedUrl("/desk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s %s", " %s\u3000%s ", "%s\u00a0%s" })
	void takesCodesAsPeopleCopyThem(String form) {
		this.samples.office();
		String code = this.samples.authenticator("office1").code();
		String typed = form.formatted(code.substring(0, 3), code.substring(3));
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), typed)).hasRedirectedUrl("/desk");
	}

	@Test
	void takesCodesInFullWidthDigits() {
		this.samples.office();
		String code = this.samples.authenticator("office1").code();
		String typed = code.chars()
			.collect(StringBuilder::new, (wide, digit) -> wide.append((char) (digit - '0' + '０')),
					StringBuilder::append)
			.toString();
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), typed)).hasRedirectedUrl("/desk");
	}

	@Test
	void asksForACodeThatWasForgotten() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		Cookie session = this.steps.password("office1", "/login/code");
		assertThat(key(this.steps.code(session, ""))).isEqualTo("account.needed.code");
		assertThat(this.steps.code(session, phone.code())).hasRedirectedUrl("/desk");
	}

	@Test
	void takesTheCodesOfAClockHalfAMinuteOff() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		String early = phone.code();
		this.clock.advance(Duration.ofSeconds(30));
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), early)).hasRedirectedUrl("/desk");
		String old = phone.code();
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(key(this.steps.code(this.steps.password("office1", "/login/code"), old)))
			.isEqualTo("account.codeWrong");
	}

	@Test
	void givesOneSetOfRecoveryCodesHoweverManyAreAskedForAtOnce() {
		this.samples.office();
		this.samples.authenticator("office1");
		List<List<String>> sets = atOnce(() -> this.recovery.issue("office1"));
		assertThat(sets).hasSize(8);
		assertThat(this.recovery.left("office1")).isEqualTo(10);
	}

	@Test
	void setsOneAuthenticatorUpHoweverOftenTheFormIsSent() {
		this.samples.office();
		AuthenticatorOffer offer = this.authenticators.offer("office1");
		String code = new Authenticator(offer.secret(), this.clock).code();
		assertThat(atOnce(() -> {
			this.authenticators.enrol("office1", offer.sealed(), code);
			return "";
		})).hasSize(8);
		assertThat(this.authenticators.since("office1")).isPresent();
	}

	private static <T> List<T> atOnce(Supplier<T> act) {
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			return Stream.generate(() -> CompletableFuture.supplyAsync(() -> As.office(act), people))
				.limit(8)
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
	}

	@Test
	void takesEachRecoveryCodeOnce() {
		this.samples.office();
		this.samples.authenticator("office1");
		List<String> codes = this.recovery.issue("office1");
		assertThat(codes).hasSize(10).doesNotHaveDuplicates();
		String typed = codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ");
		assertThat(this.steps.code(this.steps.password("office1", "/login/code"), typed)).hasRedirectedUrl("/desk");
		assertThat(key(this.steps.code(this.steps.password("office1", "/login/code"), typed)))
			.isEqualTo("account.codeWrong");
		assertThat(this.recovery.left("office1")).isEqualTo(9);
	}

	/** The trail keeps which were used. The control is a code that was not. */
	@Test
	void opensNothingByARecoveryCodeThatAStatementPutsBack() {
		this.samples.office();
		this.samples.authenticator("office1");
		List<String> codes = this.recovery.issue("office1");
		assertThat(code(codes.getFirst())).hasRedirectedUrl("/desk");
		String used = this.jdbc.queryForObject("select hash from account_recovery where used_at is not null",
				String.class);
		for (String statement : List.of("update account_recovery set used_at = null where hash = ?",
				"insert into account_recovery (hash, login) values (?, 'office1')")) {
			assertThat(this.jdbc.update(statement, used)).isOne();
			assertThat(this.recovery.left("office1")).isEqualTo(9);
			assertThat(this.recovery.altered()).containsExactly("office1");
			assertThat(key(code(codes.getFirst()))).isEqualTo("account.codeWrong");
			this.jdbc.update("delete from account_recovery where hash = ?", used);
		}
		assertThat(this.jdbc.queryForList("select detail from audit_entry where act = 'account.altered'", String.class))
			.containsExactly("recovery", "recovery");
		assertThat(code(codes.getLast())).hasRedirectedUrl("/desk");
	}

	private MvcTestResult code(String typed) {
		return this.steps.code(this.steps.password("office1", "/login/code"), typed);
	}

	@Test
	void startsAnewThroughALinkAndASecondAdministrator() {
		this.samples.office();
		this.samples.authenticator("office1");
		String token = As.as("system1", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		this.steps.password("office1", "/login/code");
		this.activations.activate(token, AccountSamples.PASSWORD);
		assertThat(this.mvc.get().uri("/desk/units").cookie(this.steps.password("office1", "/me"))).hasStatus(403);
		As.as("security1", () -> {
			this.rights.confirm("office1");
			return true;
		}, "ROLE_SECURITY_ADMIN");
		assertThat(this.mvc.get().uri("/desk/units").cookie(this.steps.password("office1", "/desk"))).hasStatusOk();
	}

	@Test
	void forgetsAHalfSignInAfterTenMinutes() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		Cookie session = this.steps.password("office1", "/login/code");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(key(this.steps.code(session, phone.code()))).isEqualTo("account.signInSpent");
	}

	@Test
	void keepsOutWhoeverWasDisabledMeanwhile() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		Cookie session = this.steps.password("office1", "/login/code");
		As.as("system1", () -> {
			this.accounts.disable("office1");
			return true;
		}, "ROLE_SYSTEM_ADMIN");
		assertThat(key(this.steps.code(session, phone.code()))).isEqualTo("account.signInSpent");
	}

	@Test
	void leadsAdministratorsToSetOneUp() {
		this.samples.systemAdministrator();
		Cookie session = this.steps.password("system1", "/login/factor");
		String page = text(this.mvc.get().uri("/login/factor").cookie(session).exchange());
		assertThat(page).contains("<svg", "您的权限要求二次验证")
			.containsPattern("<h1[^>]*>" + this.messages.getMessage("account.factor.setUp", null, Locale.CHINA));
		assertThat(this.mvc.get().uri("/admin/accounts").cookie(session)).hasRedirectedUrl("/login");
		String sealed = found(SEALED, page);
		Authenticator phone = new Authenticator(found(SECRET, page), this.clock);
		MvcTestResult wrong = factor(session, sealed, "000000");
		assertThat(key(wrong)).isEqualTo("account.codeWrong");
		MvcTestResult signedIn = factor(session, sealed, phone.code());
		assertThat(signedIn).hasRedirectedUrl("/me/factor?new");
		Cookie own = session(signedIn);
		assertThat(this.mvc.get().uri("/admin/accounts").cookie(own)).hasStatusOk();
		MvcTestResult factor = this.mvc.get().uri("/me/factor").cookie(own).exchange();
		assertThat(factor).bodyText().contains("hreflang");
		assertThat(recovery(own, factor)).hasStatusOk()
			.bodyText()
			.containsPattern("([a-z2-7]{4}-){3}[a-z2-7]{4}")
			.as("whoever changes the language would lose them")
			.doesNotContain("hreflang")
			.contains("data-shown-once", "base/web/shown-");
		List<String> kept = this.jdbc.queryForList("select hash from account_recovery order by hash", String.class);
		assertThat(recovery(own, factor)).hasStatus(409)
			.bodyText()
			.contains("这一页已经领取过应急码", "刚才领取的仍然有效", "href=\"/me/factor\"");
		assertThat(this.jdbc.queryForList("select hash from account_recovery order by hash", String.class)).hasSize(10)
			.isEqualTo(kept);
		this.steps.password("system1", "/login/code");
	}

	private MvcTestResult recovery(Cookie session, MvcTestResult page) {
		return this.mvc.post()
			.uri("/me/factor/recovery")
			.cookie(session)
			.with(FormKey.on(page))
			.with(csrf())
			.exchange();
	}

	/** On a phone there is nothing to scan the picture with. */
	@Test
	void opensTheApplicationOnTheSameDevice() {
		this.samples.office();
		String page = text(
				this.mvc.get().uri("/me/factor/authenticator").with(user("office1").roles("OFFICE")).exchange());
		assertThat(page).contains("href=\"otpauth://totp/",
				"?secret=" + found(SECRET, page).replace(" ", "") + "&amp;issuer=");
	}

	/** Whoever scanned it before the page was loaded again has a code that fits. */
	@Test
	void offersTheSameSecretUntilItIsTakenUp() {
		this.samples.systemAdministrator();
		Cookie session = this.steps.password("system1", "/login/factor");
		String page = text(this.mvc.get().uri("/login/factor").cookie(session).exchange());
		String again = text(this.mvc.get().uri("/login/factor?lang=en").cookie(session).exchange());
		assertThat(found(SECRET, again)).isEqualTo(found(SECRET, page));
		Authenticator phone = new Authenticator(found(SECRET, page), this.clock);
		Cookie own = session(factor(session, found(SEALED, again), phone.code()));
		String next = text(this.mvc.get().uri("/me/factor/authenticator").cookie(own).exchange());
		assertThat(found(SECRET, next)).isNotEqualTo(found(SECRET, page));
	}

	@Test
	void takesNobodyElsesSecret() {
		this.samples.systemAdministrator();
		this.samples.securityAdministrator();
		String page = text(
				this.mvc.get().uri("/login/factor").cookie(this.steps.password("system1", "/login/factor")).exchange());
		Authenticator phone = new Authenticator(found(SECRET, page), this.clock);
		assertThat(key(factor(this.steps.password("security1", "/login/factor"), found(SEALED, page), phone.code())))
			.isEqualTo("account.offerSpent");
	}

	@Test
	void replacesNoSecondFactorAtTheSignIn() {
		this.samples.systemAdministrator();
		Cookie session = this.steps.password("system1", "/login/factor");
		String page = text(this.mvc.get().uri("/login/factor").cookie(session).exchange());
		this.samples.authenticator("system1");
		Authenticator other = new Authenticator(found(SECRET, page), this.clock);
		assertThat(key(factor(session, found(SEALED, page), other.code()))).isEqualTo("account.signInSpent");
	}

	@Test
	void isRequiredOfWhomTheSecurityAdministratorSays() {
		this.samples.office();
		this.steps.password("office1", "/desk");
		this.samples.requireFactor(Role.OFFICE, true);
		this.steps.password("office1", "/login/factor");
		this.samples.requireFactor(Role.OFFICE, false);
		this.steps.password("office1", "/desk");
	}

	@Test
	void showsTheRulesToTheSecurityAdministrator() {
		assertThat(this.mvc.get().uri("/admin/factors").with(user("security1").roles("SECURITY_ADMIN"))).hasStatusOk()
			.bodyText()
			.contains("考评办", "改为必须", "改为自愿");
		assertThat(this.mvc.post()
			.uri("/admin/factors")
			.param("role", "OFFICE")
			.param("required", "true")
			.with(user("security1").roles("SECURITY_ADMIN"))
			.with(csrf())).hasRedirectedUrl("/admin/factors");
		assertThat(this.jdbc.queryForList("select role from account_factor_rule where required", String.class))
			.containsExactly("OFFICE");
	}

	@Test
	void saysWhereTheRulesHaveNoEffect() {
		assertThat(this.mvc.get().uri("/admin/factors").with(user("security1").roles("SECURITY_ADMIN"))).bodyText()
			.doesNotContain("不生效");
		Object rules = AopTestUtils.getUltimateTargetObject(this.factorRules);
		ReflectionTestUtils.setField(rules, "enforced", false);
		try {
			assertThat(this.mvc.get().uri("/admin/factors").with(user("security1").roles("SECURITY_ADMIN")))
				.hasStatusOk()
				.bodyText()
				.contains("不生效");
		}
		finally {
			ReflectionTestUtils.setField(rules, "enforced", true);
		}
	}

	@Test
	void storesNoSecretThatTheDatabaseTells() {
		this.samples.office();
		Authenticator phone = this.samples.authenticator("office1");
		byte[] secret = new org.apache.commons.codec.binary.Base32().decode(phone.secret().replace(" ", ""));
		String stored = this.jdbc.queryForObject("select encode(secret, 'hex') from account_authenticator",
				String.class);
		assertThat(stored).doesNotContain(java.util.HexFormat.of().formatHex(secret));
		List<String> codes = this.recovery.issue("office1");
		assertThat(this.jdbc.queryForList("select hash from account_recovery", String.class)).hasSize(10)
			.noneMatch((hash) -> codes.stream().anyMatch((code) -> hash.contains(code.replace("-", ""))));
	}

	private MvcTestResult factor(Cookie session, String sealed, String code) {
		return this.mvc.post()
			.uri("/login/factor")
			.cookie(session)
			.param("sealed", sealed)
			.param("code", code)
			.with(csrf())
			.exchange();
	}

	private static String found(Pattern pattern, String page) {
		Matcher matcher = pattern.matcher(page);
		assertThat(matcher.find()).as(pattern.pattern()).isTrue();
		return matcher.group(1);
	}

}
