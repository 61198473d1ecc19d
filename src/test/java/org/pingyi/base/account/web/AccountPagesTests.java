package org.pingyi.base.account.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.base.account.Activations;
import org.pingyi.base.account.Role;
import org.pingyi.base.account.SetUp;
import org.pingyi.base.unit.UnitSamples;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The administrators' pages, set-up and activation. */
@PingyiTest
class AccountPagesTests {

	private static final Pattern LINK = Pattern.compile("/activation/[\\w-]+");

	private final MockMvcTester mvc;

	private final SetUp setUp;

	private final Activations activations;

	private final AccountSamples samples;

	private final UnitSamples units;

	private final MessageSource messages;

	AccountPagesTests(MockMvcTester mvc, SetUp setUp, Activations activations, AccountSamples samples,
			UnitSamples units, MessageSource messages) {
		this.messages = messages;
		this.mvc = mvc;
		this.setUp = setUp;
		this.activations = activations;
		this.samples = samples;
		this.units = units;
	}

	@Test
	void setsTheFirstAdministratorsUp() {
		String address = "/setup/" + this.setUp.token();
		assertThat(this.mvc.get().uri(address)).hasStatusOk().bodyText().contains("首次设置", "安全管理员");
		assertThat(appoint(address, "another password 9")).hasStatusOk()
			.bodyText()
			.contains("/activation/", "security1");
		assertThat(this.mvc.get().uri(address)).hasStatus(HttpStatus.GONE);
	}

	@Test
	void keepsWhatWasTypedWhenTheSetUpIsRefused() {
		String address = "/setup/" + this.setUp.token();
		assertThat(appoint(address, "short")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("密码须为 12 至 128 位", "value=\"security1\"")
			.doesNotContain("value=\"short\"");
		assertThat(this.setUp.needed()).isTrue();
	}

	@Test
	void saysWhatToDoAboutAForeignLink() {
		assertThat(this.mvc.get().uri("/setup/made-up")).hasStatus(HttpStatus.GONE).bodyText().contains("链接已失效");
		assertThat(this.mvc.get().uri("/activation/made-up")).hasStatus(HttpStatus.GONE).bodyText().contains("链接已失效");
	}

	@Test
	void opensAnAccountAndShowsItsLinkOnce() {
		this.units.city();
		assertThat(this.mvc.get().uri("/admin/accounts/new").with(system())).hasStatusOk().bodyText().contains("市水务局");
		assertThat(create("li.na", "SWJ")).hasStatusOk().bodyText().contains("/activation/", "李娜");
		assertThat(this.mvc.get().uri("/admin/accounts?text=swj").with(system())).bodyText().contains("李娜", "待本人激活");
		assertThat(this.mvc.get().uri("/admin/accounts/li.na").with(system())).hasStatusOk()
			.bodyText()
			.contains("新的一次性链接")
			.doesNotContain("/activation/");
	}

	@Test
	void leavesTheLinkAloneThatWasShownWhenItsPageIsReloaded() {
		this.samples.person("li.na", "");
		MvcTestResult page = this.mvc.get().uri("/admin/accounts/li.na").with(system()).exchange();
		MvcTestResult shown = sent("/admin/accounts/li.na/link", FormKey.on(page));
		assertThat(sent("/admin/accounts/li.na/link", FormKey.on(page))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("这一页已经发出过一次性链接", "请打开该账号的页面");
		assertThat(this.mvc.get().uri(link(shown))).hasStatusOk();
		assertThat(sent("/admin/accounts/li.na/link", FormKey.fresh())).hasStatusOk();
		assertThat(this.mvc.get().uri(link(shown))).hasStatus(HttpStatus.GONE);
	}

	@Test
	void saysWhereToGetALinkWhenTheAnswerAboutANewAccountIsReloaded() {
		MvcTestResult page = this.mvc.get().uri("/admin/accounts/new").with(system()).exchange();
		assertThat(create("li.na", "", FormKey.on(page))).hasStatusOk();
		assertThat(create("li.na", "", FormKey.on(page))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("请打开该账号的页面，再发一个新链接", "href=\"/admin/accounts\"");
	}

	@Test
	void keepsWhatWasTypedWhenAnAccountIsRefused() {
		assertThat(create("Li Na", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("value=\"Li Na\"", "value=\"李娜\"", "登录名须为 3 至 30 位");
	}

	@Test
	void activatesOnPostOnly() {
		create("li.na", "");
		String token = As.as("system1", () -> this.activations.issue("li.na"), "ROLE_SYSTEM_ADMIN");
		assertThat(this.mvc.get().uri("/activation/" + token)).hasStatusOk().bodyText().contains("李娜");
		assertThat(activate(token, "another password 9", "another passw0rd 9"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("两次输入的密码不一样");
		assertThat(activate(token, "another password 9", "another password 9")).hasRedirectedUrl("/login?activated");
		assertThat(activate(token, "another password 9", "another password 9")).hasStatus(HttpStatus.GONE);
	}

	@Test
	void disablesAndEnables() {
		this.samples.office();
		assertThat(post("/admin/accounts/office1/suspension", system())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/admin/accounts/office1").with(system())).bodyText().contains("已停用", "恢复使用");
		assertThat(post("/admin/accounts/office1/readmission", system())).hasStatus3xxRedirection();
	}

	@Test
	void givesAndTakesRoles() {
		this.samples.person("li.na", "");
		assertThat(this.mvc.get().uri("/admin/rights").with(security())).hasStatusOk().bodyText().contains("尚未授权");
		assertThat(this.mvc.post()
			.uri("/admin/rights/li.na/grants")
			.param("role", "INSPECTOR")
			.with(security())
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/admin/rights/li.na").with(security())).hasStatusOk()
			.bodyText()
			.contains("收回“检查员”");
	}

	@Test
	void saysWhyARoleIsRefused() {
		this.samples.person("li.na", "", Role.AUDITOR);
		assertThat(
				this.mvc.post().uri("/admin/rights/li.na/grants").param("role", "OFFICE").with(security()).with(csrf()))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("不能与这项权限兼任", "请先收回原有权限");
	}

	@Test
	void confirmsRolesThatWereHeld() {
		this.samples.office();
		assertThat(post("/admin/accounts/office1/link", system())).hasStatusOk().bodyText().contains("/activation/");
		assertThat(right("office1")).contains(said("account.linkOpen", "office1")).doesNotContain("/confirmation");
		assertThat(post("/admin/rights/office1/confirmation", security())).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("没用过的一次性链接");
		String token = As.as("system1", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		assertThat(activate(token, "another password 9", "another password 9")).hasRedirectedUrl("/login?activated");
		assertThat(right("office1")).contains("/confirmation", said("account.held.confirm"));
		assertThat(post("/admin/rights/office1/confirmation", security())).hasStatus3xxRedirection();
	}

	@Test
	void offersNobodyWhatIsRefusedToThemselves() {
		this.samples.systemAdministrator();
		this.samples.securityAdministrator();
		assertThat(shown("system1")).contains(said("account.oneself")).doesNotContain("/suspension");
		assertThat(right("security1")).contains(said("account.oneself")).doesNotContain("/grants", "/revocations");
		assertThat(post("/admin/accounts/system1/suspension", system())).hasStatus(HttpStatus.CONFLICT);
		assertThat(this.mvc.post()
			.uri("/admin/rights/security1/grants")
			.param("role", "OFFICE")
			.with(security())
			.with(csrf())).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void offersOnlyTheRolesThatAPersonMayHold() {
		this.units.city();
		this.samples.person("li.na", "");
		assertThat(right("li.na")).contains(said("account.unitMissing", "li.na"), "value=\"OFFICE\"")
			.doesNotContain("value=\"LIAISON\"");
		this.samples.person("wang.wu", "SWJ");
		assertThat(right("wang.wu")).contains("value=\"LIAISON\"");
		this.samples.person("zhao.liu", "", Role.AUDITOR);
		assertThat(right("zhao.liu")).contains(said("account.rolesApart", "zhao.liu"), "/revocations")
			.doesNotContain("/grants");
		create("sun.qi", "");
		assertThat(right("sun.qi")).contains(said("account.notActivated", "sun.qi")).doesNotContain("/grants");
	}

	@Test
	void offersNothingThatTakesTheLastAdministratorAway() {
		this.samples.securityAdministrator();
		assertThat(shown("security1")).contains(said("account.lastAdministrator", "security1"))
			.doesNotContain("/suspension", "/link");
		this.samples.person("security2", "", Role.SECURITY_ADMIN);
		assertThat(shown("security1")).contains("/suspension", "/link");
	}

	/** Whole, to be read and copied by hand as well. */
	@Test
	void showsALinkWholeWithAButtonThatCopiesIt() {
		String page = SignInSteps.text(create("li.na", ""));
		assertThat(page).containsPattern("<code id=\"link\"[^>]*>https?://[^<]+/activation/[\\w-]+</code>")
			.contains("data-copies=\"link\" hidden", "base/web/copy-");
	}

	private String shown(String login) {
		return SignInSteps.text(this.mvc.get().uri("/admin/accounts/" + login).with(system()).exchange());
	}

	private String right(String login) {
		return SignInSteps.text(this.mvc.get().uri("/admin/rights/" + login).with(security()).exchange());
	}

	private String said(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.CHINESE);
	}

	@ParameterizedTest
	@CsvSource({ "/admin/accounts, SECURITY_ADMIN", "/admin/rights, SYSTEM_ADMIN", "/admin/accounts, OFFICE",
			"/audit/trail, OFFICE", "/desk, LIAISON", "/unit, OFFICE", "/inspect, OFFICE", "/desk/units, HOTLINE",
			"/desk/units, AUDITOR" })
	void forbidsEachAreaToTheOthers(String address, String role) {
		assertThat(this.mvc.get().uri(address).with(user("somebody").roles(role))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/me", "/me/password", "/me/factor", "/me/factor/authenticator", "/me/factor/passkeys/new",
			"/admin/factors", "/admin/accounts", "/admin/accounts/new", "/admin/rights", "/admin/accounts/office1",
			"/admin/rights/office1" })
	void speaksEnglishWithoutALeftover(String address) {
		this.samples.office();
		assertThat(
				this.mvc.get().uri(address + "?lang=en").with(user("office1").roles("SYSTEM_ADMIN", "SECURITY_ADMIN")))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("??")
			.contains("lang=\"en\"");
	}

	@Test
	void speaksEnglishAtTheDoor() {
		assertThat(this.mvc.get().uri("/login?lang=en")).hasStatusOk()
			.bodyText()
			.doesNotContain("??")
			.contains("lang=\"en\"");
	}

	@Test
	void offersNoIdentityServiceWhereThereIsNone() {
		this.samples.office();
		assertThat(this.mvc.get().uri("/me").with(user("office1").roles("OFFICE"))).hasStatusOk()
			.bodyText()
			.doesNotContain("/me/identity");
		assertThat(this.mvc.get().uri("/me/identity").with(user("office1").roles("OFFICE")))
			.hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains(said("account.oidc.none"), said("account.oidc.none.next"));
	}

	private MvcTestResult appoint(String address, String password) {
		return this.mvc.post()
			.uri(address)
			.param("login", "system1")
			.param("name", "王伟")
			.param("password", password)
			.param("repeated", password)
			.param("securityLogin", "security1")
			.param("securityName", "李娜")
			.with(csrf())
			.exchange();
	}

	private MvcTestResult sent(String address, RequestPostProcessor key) {
		return this.mvc.post().uri(address).with(system()).with(key).with(csrf()).exchange();
	}

	private static String link(MvcTestResult shown) {
		Matcher link = LINK.matcher(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private MvcTestResult create(String login, String unit) {
		return create(login, unit, FormKey.fresh());
	}

	private MvcTestResult create(String login, String unit, RequestPostProcessor key) {
		return this.mvc.post()
			.uri("/admin/accounts")
			.param("login", login)
			.param("name", "李娜")
			.param("unit", unit)
			.with(system())
			.with(key)
			.with(csrf())
			.exchange();
	}

	private MvcTestResult activate(String token, String password, String repeated) {
		return this.mvc.post()
			.uri("/activation/" + token)
			.param("password", password)
			.param("repeated", repeated)
			.with(csrf())
			.exchange();
	}

	private MvcTestResult post(String address, RequestPostProcessor person) {
		return this.mvc.post().uri(address).with(person).with(FormKey.fresh()).with(csrf()).exchange();
	}

	private static RequestPostProcessor system() {
		return user("system1").roles("SYSTEM_ADMIN");
	}

	private static RequestPostProcessor security() {
		return user("security1").roles("SECURITY_ADMIN");
	}

}
