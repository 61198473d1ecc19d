package org.pingyi.base.account;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.web.Refusal;

import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Two who set the same person's password at once. */
@PingyiTest
class PasswordRaceTests {

	private static final String LINKED = "lamp-on-the-quay-9";

	private final OwnPassword own;

	private final Activations activations;

	private final Passwords passwords;

	private final AccountSamples samples;

	private final TransactionOperations transaction;

	private final Superuser superuser;

	PasswordRaceTests(OwnPassword own, Activations activations, Passwords passwords, AccountSamples samples,
			TransactionOperations transaction, Superuser superuser) {
		this.own = own;
		this.activations = activations;
		this.passwords = passwords;
		this.samples = samples;
		this.transaction = transaction;
		this.superuser = superuser;
	}

	@Test
	void keepsThePasswordThatALinkSetsMeanwhile() {
		this.samples.person("office1", "");
		String token = As.as("system0", () -> this.activations.issue("office1"), "ROLE_SYSTEM_ADMIN");
		String encoded = this.passwords.encode(LINKED, this.activations.person(token));
		CompletableFuture<String> change = this.transaction.execute((status) -> {
			this.activations.use(token, encoded);
			CompletableFuture<String> begun = CompletableFuture.supplyAsync(this::change);
			awaitWaiting();
			return begun;
		});
		assertThat(change.join()).isEqualTo("account.passwordWrong");
		assertThat(this.samples.signIn("office1", LINKED)).isPresent();
	}

	private String change() {
		return As.as("office1", () -> {
			try {
				this.own.change(AccountSamples.PASSWORD, "a boat behind the mole");
				return "";
			}
			catch (Refusal refusal) {
				return refusal.key();
			}
		}, "ROLE_USER");
	}

	private void awaitWaiting() {
		Integer waiting = 0;
		while (waiting == null || waiting == 0) {
			waiting = this.superuser.jdbc()
				.queryForObject("select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Integer.class);
		}
	}

}
