package org.pingyi.base.account;

import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.StatementCounter;
import org.pingyi.Superuser;
import org.pingyi.base.account.factor.RecoveryCodes;
import org.pingyi.base.account.oidc.FederatedIdentities;
import org.pingyi.base.account.oidc.FederatedIdentity;
import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyPrompts;
import org.pingyi.base.account.passkey.Passkeys;
import org.pingyi.base.audit.Sha256;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Whoever can write to the database gives an account a role, a password or a factor by a
 * statement of SQL: it opens nothing, and the auditors are told.
 */
@PingyiTest
class AlteredAccountsTests {

	private static final FederatedIdentity MINE = new FederatedIdentity("https://id.example.gov.cn", "the attacker");

	private final AccountSamples samples;

	private final Accounts accounts;

	private final Rights rights;

	private final Activations activations;

	private final SetUp setUp;

	private final UnitSamples units;

	private final SealedAccounts sealed;

	private final FactorRules rules;

	private final RecoveryCodes recovery;

	private final AccountRepository repository;

	private final Pseudonyms pseudonyms;

	private final CurrentSessions sessions;

	private final FederatedIdentities identities;

	private final Passkeys passkeys;

	private final PasskeyPrompts prompts;

	private final TransactionTemplate transactions;

	private final StatementCounter counter;

	private final MockMvcTester mvc;

	private final JdbcTemplate jdbc;

	AlteredAccountsTests(AccountSamples samples, Accounts accounts, Rights rights, Activations activations, SetUp setUp,
			UnitSamples units, SealedAccounts sealed, FactorRules rules, RecoveryCodes recovery,
			AccountRepository repository, Pseudonyms pseudonyms, CurrentSessions sessions,
			FederatedIdentities identities, Passkeys passkeys, PasskeyPrompts prompts, TransactionTemplate transactions,
			StatementCounter counter, MockMvcTester mvc, Superuser superuser) {
		this.samples = samples;
		this.accounts = accounts;
		this.rights = rights;
		this.activations = activations;
		this.setUp = setUp;
		this.units = units;
		this.sealed = sealed;
		this.rules = rules;
		this.recovery = recovery;
		this.repository = repository;
		this.pseudonyms = pseudonyms;
		this.sessions = sessions;
		this.identities = identities;
		this.passkeys = passkeys;
		this.prompts = prompts;
		this.transactions = transactions;
		this.counter = counter;
		this.mvc = mvc;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void people() {
		this.samples.office();
		this.samples.person("mallory", "");
		this.units.waterBureau();
	}

	private boolean signsIn(String login) {
		return this.samples.signIn(login, AccountSamples.PASSWORD).isPresent();
	}

	/** The control is the same person, unaltered. */
	@ParameterizedTest
	@ValueSource(strings = {
			"insert into account_role select id, 'OFFICE' from account_account where login = 'mallory'",
			"insert into account_role select id, 'SECURITY_ADMIN' from account_account where login = 'mallory'",
			"update account_account set password = (select password from account_account where login = 'office1')",
			"update account_account set unit_id = (select min(id) from unit_unit) where login = 'mallory'",
			"update account_account set rights_held = not rights_held where login = 'mallory'",
			"update account_account set generation = generation + 1 where login = 'mallory'",
			"update account_account set second_factor = true where login = 'mallory'",
			"update account_account set name = '李局长' where login = 'mallory'",
			"update account_account set seal = null where login = 'mallory'", """
					update account_account set seal = (select seal from account_account where login = 'office1')
					where login = 'mallory'""" })
	void openNothing(String statement) {
		assertThat(signsIn("mallory")).isTrue();
		assertThat(this.sealed.altered()).isEmpty();
		assertThat(this.jdbc.update(statement)).isPositive();
		assertThat(signsIn("mallory")).isFalse();
		assertThat(this.sealed.altered()).contains("account:mallory").doesNotContain("account:office1");
		assertThat(acts("mallory")).contains("account.altered");
		assertThat(this.mvc.get().uri("/audit/trail").with(user("auditor1").roles("AUDITOR"))).bodyText()
			.contains("在数据库里被直接改动", "account:mallory");
	}

	/** Whoever acts under another name is told from its person by nobody. */
	@Test
	void openNothingByAnotherSignInName() {
		this.jdbc.update("update account_account set login = 'auditor7' where login = 'mallory'");
		assertThat(signsIn("auditor7")).isFalse();
		assertThat(this.sealed.altered()).containsExactly("account:auditor7");
		this.jdbc.update("update account_account set login = 'mallory' where login = 'auditor7'");
		assertThat(signsIn("mallory")).as("as it was").isTrue();
	}

	@Test
	void openNothingOnceEnabledByAStatement() {
		system(() -> this.accounts.disable("office1"));
		this.jdbc.update("update account_account set enabled = true where login = 'office1'");
		assertThat(signsIn("office1")).isFalse();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> system(() -> this.accounts.enable("office1")))
			.returns("account.altered", Refusal::key);
	}

	@Test
	void loseTheirSessionsAtTheNextRequest() {
		Cookie session = session();
		assertThat(this.mvc.get().uri("/desk").cookie(session)).hasStatusOk();
		this.jdbc.update("insert into account_role select id, 'AUDITOR' from account_account where login = 'office1'");
		assertThat(this.mvc.get().uri("/desk").cookie(session)).hasRedirectedUrl("/login?ended");
	}

	private Cookie session() {
		MvcTestResult answer = this.mvc.post()
			.uri("/login")
			.param("username", "office1")
			.param("password", AccountSamples.PASSWORD)
			.with(csrf())
			.exchange();
		Cookie cookie = answer.getResponse().getCookie("pingyi");
		assertThat(cookie).isNotNull();
		return cookie;
	}

	/** The seal of the next act would hide the alteration. */
	@Test
	void areGoodForNoActButANewLink() {
		this.jdbc.update("insert into account_role select id, 'AUDITOR' from account_account where login = 'office1'");
		for (Runnable act : List.<Runnable>of(() -> security(() -> this.rights.grant("office1", Role.INSPECTOR)),
				() -> security(() -> this.rights.revoke("office1", Role.OFFICE)),
				() -> security(() -> this.rights.confirm("office1")),
				() -> system(() -> this.accounts.disable("office1")))) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).returns("account.altered", Refusal::key);
		}
		String token = As.as("system0", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		assertThat(signsIn("office1")).as("the password is void").isFalse();
		this.activations.activate(token, AccountSamples.PASSWORD);
		assertThat(authorities()).doesNotContain("ROLE_OFFICE", "ROLE_AUDITOR");
		security(() -> this.rights.revoke("office1", Role.AUDITOR));
		security(() -> this.rights.confirm("office1"));
		assertThat(authorities()).contains("ROLE_OFFICE").doesNotContain("ROLE_AUDITOR");
		assertThat(this.sealed.altered()).isEmpty();
	}

	@Test
	void areGoodAgainForWhoeverStartsTheServer() {
		this.jdbc.update("insert into account_role select id, 'AUDITOR' from account_account where login = 'office1'");
		this.activations.activate(this.setUp.recover("office1"), AccountSamples.PASSWORD);
		assertThat(signsIn("office1")).isTrue();
		assertThat(this.jdbc.queryForObject("select detail from audit_entry where act = 'account.recovered'",
				String.class))
			.contains("altered", "AUDITOR");
	}

	private List<String> authorities() {
		Authentication person = this.samples.signIn("office1", AccountSamples.PASSWORD).orElseThrow();
		return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
	}

	/** Without it the factor's person would be asked for none, or for the attacker's. */
	@Test
	void keepTheirSecondFactorThoughAStatementDeletesIt() {
		this.samples.authenticator("office1");
		assertThatExceptionOfType(SecondStepNeeded.class).isThrownBy(() -> signsIn("office1"));
		this.jdbc.update("delete from account_authenticator");
		assertThat(signsIn("office1")).isFalse();
		assertThat(acts("office1")).contains("account.altered");
		assertThat(this.sealed.altered()).containsExactly("account:office1");
		String token = As.as("system0", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		this.activations.activate(token, AccountSamples.PASSWORD);
		assertThat(signsIn("office1")).as("who lost it by a link starts anew").isTrue();
	}

	@Test
	void areEnteredByNoBondThatAStatementMoved() {
		As.as("mallory", () -> {
			this.identities.bind(MINE);
			return "";
		});
		assertThat(this.identities.login(MINE)).contains("mallory");
		this.jdbc.update("update account_identity set login = 'office1'");
		assertThat(this.identities.login(MINE)).isEmpty();
		assertThat(this.sealed.altered()).containsExactly("account:office1");
	}

	@Test
	void areEnteredByNoPasskeyThatAStatementMoved() {
		SecurityKey key = SecurityKey.at(this.prompts.origin());
		var asked = this.prompts.challenge();
		NewPasskey made = key.make("钥匙", asked.value());
		this.passkeys.add("mallory", asked, made);
		var used = this.prompts.challenge();
		this.passkeys.use("mallory", used, key.answer(used.value()));
		this.jdbc.update("update account_passkey set login = 'office1'");
		var moved = this.prompts.challenge();
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.passkeys.use("office1", moved, key.answer(moved.value())))
			.returns("account.passkeyFailed", Refusal::key);
		assertThat(acts("office1")).contains("account.altered");
	}

	@Test
	void areTakenOverByNoLinkThatAStatementMade() {
		this.jdbc.update("""
				insert into account_link (hash, account_id, expires_at)
				select ?, id, now() + interval '1 year' from account_account where login = 'office1'""",
				(Object) Sha256.of("known"));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.activations.person("known"))
			.returns("account.linkSpent", Refusal::key);
		String token = As.as("system0", () -> this.activations.issue("mallory"), "ROLE_SYSTEM_ADMIN");
		assertThat(this.activations.person(token).login()).isEqualTo("mallory");
		this.jdbc
			.update("update account_link set account_id = (select id from account_account where login = 'office1')");
		assertThatExceptionOfType(Refusal.class)
			.isThrownBy(() -> this.activations.activate(token, "another password 9"))
			.returns("account.linkSpent", Refusal::key);
	}

	/** As after the migration of a city that runs; the trail lets it happen once. */
	@Test
	void areSealedOnceThatAreOlderThanSeals() {
		this.samples.authenticator("office1");
		this.jdbc.update("update account_account set seal = null, second_factor = false");
		this.jdbc.update("insert into account_unsealed select login from account_account");
		this.transactions.executeWithoutResult((status) -> this.sealed.sealOnce());
		assertThat(this.sealed.altered()).isEmpty();
		assertThatExceptionOfType(SecondStepNeeded.class).isThrownBy(() -> signsIn("office1"));
		assertThat(signsIn("mallory")).isTrue();
		this.jdbc.update("insert into account_role select id, 'OFFICE' from account_account where login = 'mallory'");
		this.jdbc.update("insert into account_unsealed values ('mallory')");
		this.transactions.executeWithoutResult((status) -> this.sealed.sealOnce());
		assertThat(signsIn("mallory")).isFalse();
		assertThat(this.jdbc.queryForObject("select detail from audit_entry where act = 'account.sealedMore'",
				String.class))
			.contains("mallory office1");
	}

	/** Such as are in a backup: good once, at the first start, for what they cover. */
	@Test
	void areSealedOnceWhoseSealsCoverNoName() {
		String code = recoveryCode("office1");
		assertThat(this.recovery.use("office1", code)).isTrue();
		putFormerSealsBack();
		this.jdbc.update("insert into account_role select id, 'OFFICE' from account_account where login = 'mallory'");
		sealAgain();
		assertThat(this.sealed.altered()).contains("account:mallory").doesNotContain("account:office1");
		assertThat(details("account.recoveryNoted")).as("as if it had been used before there were marks")
			.isEqualTo(details("account.recoveryUsed"))
			.hasSize(1);
		putFormerSealsBack();
		sealAgain();
		assertThat(this.sealed.altered()).as("a second time").contains("account:office1");
	}

	private List<String> details(String act) {
		return this.jdbc.queryForList("select detail from audit_entry where act = ?", String.class, act);
	}

	private String recoveryCode(String login) {
		this.samples.authenticator(login);
		return this.recovery.issue(login).getFirst();
	}

	private void putFormerSealsBack() {
		this.transactions.executeWithoutResult((status) -> this.repository.findAllWithRoles()
			.forEach((account) -> account.seal(this.pseudonyms.mac(account.sealedBefore()))));
	}

	private void sealAgain() {
		this.jdbc.update("insert into account_unsealed select login from account_account");
		this.transactions.executeWithoutResult((status) -> this.sealed.sealOnce());
	}

	/** The safe side; the control is the same rule once an act has set it anew. */
	@ParameterizedTest
	@ValueSource(strings = { "update account_factor_rule set required = false where role = 'OFFICE'",
			"update account_factor_rule set seal = null where role = 'OFFICE'",
			"delete from account_factor_rule where role = 'OFFICE'", "delete from account_factor_rule",
			"""
					update account_factor_rule set required = false,
						seal = (select seal from account_factor_rule where role = 'INSPECTOR') where role = 'OFFICE'""" })
	void needASecondFactorWhereTheRuleOfARoleWasAltered(String statement) {
		this.transactions.executeWithoutResult((status) -> this.rules.sealOnce());
		assertThat(signsIn("office1")).as("as it usually is").isTrue();
		this.samples.requireFactor(Role.OFFICE, true);
		assertThat(this.rules.altered()).isEmpty();
		assertThat(this.jdbc.update(statement)).isPositive();
		assertThatExceptionOfType(SecondStepNeeded.class).isThrownBy(() -> signsIn("office1"));
		assertThat(this.rules.altered()).contains("role:OFFICE");
		assertThat(this.jdbc.queryForList("select subject from audit_entry where act = 'account.ruleAltered'",
				String.class))
			.containsExactly("role:OFFICE");
		this.transactions.executeWithoutResult((status) -> this.rules.sealOnce());
		assertThat(this.rules.altered()).as("after another start").contains("role:OFFICE");
		this.samples.requireFactor(Role.OFFICE, false);
		assertThat(signsIn("office1")).isTrue();
	}

	/** As many statements as before there were seals. */
	@Test
	void costNoStatementMore() {
		Authentication person = this.samples.signIn("office1", AccountSamples.PASSWORD).orElseThrow();
		assertThat(this.counter.of(() -> assertThat(this.sessions.goOn(person)).isTrue())).hasSize(1);
		assertThat(this.counter.of(() -> signsIn("mallory")).stream().filter((sql) -> sql.contains("account_account")))
			.hasSize(1);
	}

	private List<String> acts(String login) {
		return this.jdbc.queryForList("select act from audit_entry where subject = ?", String.class,
				"account:" + login);
	}

	private static void system(Runnable act) {
		As.as("system0", () -> {
			act.run();
			return "";
		}, "ROLE_SYSTEM_ADMIN");
	}

	private static void security(Runnable act) {
		As.as("security0", () -> {
			act.run();
			return "";
		}, "ROLE_SECURITY_ADMIN");
	}

}
