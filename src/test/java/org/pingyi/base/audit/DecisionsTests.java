package org.pingyi.base.audit;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.TestClock;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pingyi.base.audit.ProposalState.APPROVED;
import static org.pingyi.base.audit.ProposalState.PROPOSED;
import static org.pingyi.base.audit.ProposalState.REJECTED;

/** One person proposes, another decides, once; both are kept. */
@PingyiTest
class DecisionsTests {

	private static final String TABLE = """
			create table decided_here (
				id bigint primary key,
				state text not null,
				proposed_by text not null,
				decided_by text,
				points numeric not null
			);
			create trigger decided_here before update or delete on decided_here
				for each row execute function audit_decide_once('state', 'decided_by');
			insert into decided_here values (1, 'PROPOSED', 'office1', null, 2)
			""";

	private static final String DECIDE = "update decided_here set state = 'APPROVED', decided_by = 'office2'";

	private final Decisions decisions;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	private final JdbcTemplate jdbc;

	DecisionsTests(Decisions decisions, TransactionTemplate transactions, Superuser superuser) {
		this.decisions = decisions;
		this.transactions = transactions;
		this.superuser = superuser;
		this.jdbc = superuser.jdbc();
	}

	@BeforeEach
	void table() {
		this.jdbc.execute(TABLE);
	}

	@AfterEach
	void noTable() {
		this.jdbc.execute("drop table decided_here");
	}

	@Test
	void tellsWhoDecidedWhenAndWhy() {
		As.office(() -> append(PROPOSED, "", "figure:1", "figure:2"));
		As.secondOffice(() -> append(APPROVED, " it fits ", "figure:1"));
		Instant now = TestClock.START;
		assertThat(this.decisions.history("figure:1")).containsExactly(new Decision(PROPOSED, "office1", now, ""),
				new Decision(APPROVED, "office2", now, "it fits"));
		assertThat(this.decisions.history("figure:2")).containsExactly(new Decision(PROPOSED, "office1", now, ""));
	}

	@Test
	void keepsOneDecisionAboutEach() {
		As.secondOffice(() -> append(APPROVED, "", "figure:1"));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> As.secondOffice(() -> append(REJECTED, "", "figure:1")));
	}

	@Test
	void refusesToAppendOutsideATransaction() {
		Decision decision = this.decisions.decision(APPROVED, "");
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.decisions.append(List.of("figure:1"), decision));
	}

	@Test
	void neverChangesWhatIsAppended() {
		As.office(() -> append(PROPOSED, "", "figure:1"));
		assertThatThrownBy(() -> this.jdbc.update("update audit_decision set decided_by = 'nobody'"))
			.hasMessageContaining("audit_decision is append only");
		assertThatThrownBy(() -> this.jdbc.update("delete from audit_decision"))
			.hasMessageContaining("audit_decision is append only");
		assertThat(withoutTrigger("audit_decision", "audit_decision_append_only", "delete from audit_decision"))
			.isEqualTo(1);
	}

	@Test
	void decidesOnceAndChangesNothingElse() {
		refused("update decided_here set points = 3");
		refused("update decided_here set decided_by = 'office2'");
		refused(DECIDE + ", points = 3");
		refused("delete from decided_here");
		assertThat(this.jdbc.update(DECIDE)).isEqualTo(1);
		refused("update decided_here set state = 'REJECTED'");
		assertThat(withoutTrigger("decided_here", "decided_here", "update decided_here set state = 'REJECTED'"))
			.isEqualTo(1);
	}

	@Test
	void knowsWhoMayNotDecide() {
		SecondPerson proposed = As.office(SecondPerson::proposed);
		assertThat(proposed).isEqualTo(new SecondPerson(PROPOSED, "office1", null));
		assertThat(proposed.open()).isTrue();
		assertThat(As.<Boolean>office(proposed::own)).isTrue();
		assertThat(As.<Boolean>secondOffice(proposed::own)).isFalse();
	}

	@Test
	void keepsAllTablesByTheSameTwoFunctions() {
		assertThat(this.jdbc.queryForList("""
				select distinct proname::text from pg_trigger join pg_proc on pg_proc.oid = tgfoid
				where not tgisinternal""", String.class)).containsExactlyInAnyOrder("audit_append_only",
				"audit_decide_once");
	}

	private Object append(ProposalState state, String remark, String... subjects) {
		return this.transactions.execute((status) -> {
			this.decisions.append(List.of(subjects), this.decisions.decision(state, remark));
			return true;
		});
	}

	private void refused(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.update(sql))
			.withMessageContaining("decided once");
	}

	private int withoutTrigger(String table, String trigger, String sql) {
		return this.superuser.transactions().execute((status) -> {
			this.jdbc.execute("alter table " + table + " disable trigger " + trigger);
			int changed = this.jdbc.update(sql);
			status.setRollbackOnly();
			return changed;
		});
	}

}
