package org.pingyi.base.audit;

import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.StatementCounter;
import org.pingyi.Superuser;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A look follows what is new of the trail; the job follows all of it. */
@PingyiTest
class TrailChecksTests {

	private final TrailChecks checks;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	private final StatementCounter counter;

	TrailChecksTests(TrailChecks checks, Audit audit, TransactionTemplate transactions, Superuser superuser,
			StatementCounter counter) {
		this.checks = checks;
		this.audit = audit;
		this.transactions = transactions;
		this.superuser = superuser;
		this.counter = counter;
	}

	@Test
	void findsAnAlteredNewEntryAtTheNextLook() {
		act(5);
		assertThat(look()).isEqualTo(new ChainState(5, 0, 0));
		act(5);
		tamper("update audit_entry set subject = 'unit:X' where id = 7");
		assertThat(look()).isEqualTo(new ChainState(10, 7, 0));
	}

	@Test
	void leavesAnAlteredOldEntryToTheJob() {
		act(5);
		look();
		tamper("update audit_entry set subject = 'unit:X' where id = 3");
		act(1);
		assertThat(look()).as("a look does not go back").isEqualTo(new ChainState(6, 0, 0));
		this.checks.checkWhole();
		assertThat(look()).isEqualTo(new ChainState(6, 3, 0));
	}

	@Test
	void checksTheWholeWhenTheEndIsNotAsItWas() {
		act(5);
		look();
		tamper("update audit_entry set subject = 'unit:X' where id = 2");
		tamper("delete from audit_entry where id = 5");
		assertThat(look()).isEqualTo(new ChainState(4, 2, 0));
	}

	/** That it does not go back is shown above. */
	@Test
	void looksInAsManyStatementsHoweverLongTheTrail() {
		act(5);
		look();
		int few = this.counter.of(this::look).size();
		act(60);
		assertThat(this.counter.of(this::look)).hasSize(few);
	}

	private ChainState look() {
		return As.as("auditor1", this.checks::look, "ROLE_AUDITOR").state();
	}

	private void act(int times) {
		IntStream.range(0, times)
			.forEach((number) -> this.transactions
				.executeWithoutResult((status) -> this.audit.record("unit.registered", "unit:U" + number, "")));
	}

	private void tamper(String sql) {
		Consumer<JdbcTemplate> act = (jdbc) -> {
			jdbc.execute("alter table audit_entry disable trigger audit_entry_append_only");
			jdbc.update(sql);
			jdbc.execute("alter table audit_entry enable trigger audit_entry_append_only");
		};
		this.superuser.transactions().executeWithoutResult((status) -> act.accept(this.superuser.jdbc()));
	}

}
