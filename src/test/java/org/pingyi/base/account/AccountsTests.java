package org.pingyi.base.account;

import java.time.Duration;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.base.web.Refusal;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Accounts: opened without password or role, activated by the person. */
@PingyiTest
class AccountsTests {

	private final Accounts accounts;

	private final Activations activations;

	private final OwnPassword own;

	private final AccountSamples samples;

	private final UnitSamples units;

	private final TestClock clock;

	AccountsTests(Accounts accounts, Activations activations, OwnPassword own, AccountSamples samples,
			UnitSamples units, TestClock clock) {
		this.accounts = accounts;
		this.activations = activations;
		this.own = own;
		this.samples = samples;
		this.units = units;
		this.clock = clock;
	}

	@Test
	void opensWithoutPasswordOrRole() {
		create("li.na", "");
		Account account = this.samples.read("li.na");
		assertThat(account.activated()).isFalse();
		assertThat(account.roles()).isEmpty();
		assertThat(this.samples.signIn("li.na", "")).isEmpty();
	}

	@Test
	void isActivatedOnceByItsLink() {
		create("li.na", "");
		String token = token("li.na");
		assertThat(this.activations.person(token).login()).isEqualTo("li.na");
		this.activations.activate(token, AccountSamples.PASSWORD);
		assertThat(this.samples.signIn("Li.Na ", AccountSamples.PASSWORD)).isPresent();
		refuses("account.linkSpent", () -> this.activations.activate(token, AccountSamples.PASSWORD));
	}

	@Test
	void forgetsALinkAfterADay() {
		create("li.na", "");
		String token = token("li.na");
		this.clock.advance(Duration.ofHours(24));
		refuses("account.linkSpent", () -> this.activations.person(token));
		refuses("account.linkSpent", () -> this.activations.activate(token, AccountSamples.PASSWORD));
	}

	@Test
	void voidsTheEarlierLink() {
		create("li.na", "");
		String first = token("li.na");
		token("li.na");
		refuses("account.linkSpent", () -> this.activations.activate(first, AccountSamples.PASSWORD));
	}

	@Test
	void keepsTheLinkGoodWhenThePasswordIsRefused() {
		create("li.na", "");
		String token = token("li.na");
		refuses("account.passwordLength", () -> this.activations.activate(token, "short"));
		refuses("account.passwordHasLogin", () -> this.activations.activate(token, "about li.na 2026"));
		refuses("account.passwordWalks", () -> this.activations.activate(token, "123456789012"));
		this.activations.activate(token, AccountSamples.PASSWORD);
	}

	@Test
	void refusesASignInNameThatIsTakenOrMalformed() {
		create("li.na", "");
		refuses("account.loginTaken", () -> create("li.na", ""));
		refuses("account.loginMalformed", () -> create("Li Na", ""));
		refuses("account.unitUnknown", () -> create("wang.wei", "NONE"));
	}

	@Test
	void keepsADisabledPersonOut() {
		this.samples.office();
		system(() -> this.accounts.disable("office1"));
		assertThat(this.samples.signIn("office1", AccountSamples.PASSWORD)).isEmpty();
		system(() -> this.accounts.enable("office1"));
		assertThat(this.samples.signIn("office1", AccountSamples.PASSWORD)).isPresent();
	}

	@Test
	void keepsTheLastAdministratorEnabled() {
		this.samples.securityAdministrator();
		refuses("account.lastAdministrator", () -> system(() -> this.accounts.disable("security1")));
		refuses("account.lastAdministrator", () -> token("security1"));
	}

	@Test
	void holdsRolesBackAfterANewLink() {
		this.samples.office();
		this.activations.activate(token("office1"), "another password 9");
		assertThat(this.samples.read("office1").held()).isTrue();
		assertThat(this.samples.signIn("office1", "another password 9").orElseThrow().getAuthorities())
			.extracting(Object::toString)
			.noneMatch((authority) -> authority.startsWith("ROLE_"));
	}

	@Test
	void givesALiaisonTheUnit() {
		this.units.city();
		Account liaison = this.samples.liaison("SWJ");
		assertThat(liaison.authorities()).containsExactly("ROLE_LIAISON", "UNIT_SWJ");
	}

	@Test
	void changesOnesOwnPassword() {
		this.samples.office();
		refuses("account.passwordWrong", () -> change("not the old one"));
		change(AccountSamples.PASSWORD);
		assertThat(this.samples.signIn("office1", "another password 9")).isPresent();
		refuses("account.passwordSame", () -> change("another password 9"));
	}

	@Test
	void namesInspectorsAndOthers() {
		this.samples.inspector();
		assertThat(As.office(this.accounts::inspectors)).extracting(Person::login).containsExactly("inspector1");
		assertThat(As.office(() -> this.accounts.displayName("inspector1"))).isEqualTo("甲inspector1");
		assertThat(As.office(() -> this.accounts.displayName("gone"))).isEqualTo("gone");
	}

	@Test
	void isKeptBySystemAdministratorsOnly() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.office(() -> this.accounts.create(new NewAccount("li.na", "李娜", ""))));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("security1", () -> this.activations.issue("li.na"), "ROLE_SECURITY_ADMIN"));
	}

	private void create(String login, String unit) {
		system(() -> this.accounts.create(new NewAccount(login, "李娜", unit)));
	}

	private String token(String login) {
		return As.as("system1", () -> this.activations.issue(login), "ROLE_SYSTEM_ADMIN");
	}

	private void change(String old) {
		Supplier<Boolean> act = () -> {
			this.own.change(old, "another password 9");
			return true;
		};
		As.office(act);
	}

	private static void system(Runnable act) {
		As.as("system1", () -> {
			act.run();
			return true;
		}, "ROLE_SYSTEM_ADMIN");
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo(key);
	}

}
