package org.pingyi.base.audit;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;

import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The trail: appended in the caller's transaction, never changed, one chain. */
@PingyiTest
class AuditTests {

	private final Audit audit;

	private final TrailChecks checks;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	private final JdbcTemplate jdbc;

	AuditTests(Audit audit, TrailChecks checks, TransactionTemplate transactions, Superuser superuser) {
		this.audit = audit;
		this.checks = checks;
		this.transactions = transactions;
		this.superuser = superuser;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void namesTheActorAndShowsTheNewestFirst() {
		act("unit.registered", "unit:SWJ");
		act("unit.closed", "unit:JYJ");
		Page<ChainedEntry> page = As.as("auditor1", () -> this.audit.entries(PageRequest.of(0, 1)), "ROLE_AUDITOR");
		assertThat(page.getTotalElements()).isEqualTo(2);
		assertThat(page.getContent()).singleElement().extracting(ChainedEntry::entry).satisfies((entry) -> {
			assertThat(entry.actor()).isEqualTo("office1");
			assertThat(entry.act()).isEqualTo("unit.closed");
		});
	}

	@Test
	void findsByText() {
		act("unit.registered", "unit:SWJ");
		act("unit.closed", "unit:JYJ");
		assertThat(found("swj", 0)).extracting((link) -> link.entry().subject()).containsExactly("unit:SWJ");
	}

	@Test
	void goesOnToEarlierEntries() {
		IntStream.range(0, 5).forEach((number) -> act("unit.registered", "unit:U" + number));
		assertThat(numbers(found("unit", 0))).containsExactly(5L, 4L);
		assertThat(numbers(found("unit", 4))).containsExactly(3L, 2L);
		assertThat(numbers(found("unit", 2))).containsExactly(1L);
	}

	private List<ChainedEntry> found(String text, long before) {
		return As.as("auditor1", () -> this.audit.search(text, List.of(), before, 2), "ROLE_AUDITOR").entries();
	}

	private static List<Long> numbers(List<ChainedEntry> links) {
		return links.stream().map((link) -> link.entry().id()).toList();
	}

	@Test
	void fallsWithTheTransactionThatRecordedIt() {
		this.transactions.executeWithoutResult((status) -> {
			this.audit.record("unit.registered", "unit:SWJ", "");
			status.setRollbackOnly();
		});
		assertThat(verify()).isEqualTo(new ChainState(0, 0, 0));
	}

	@Test
	void refusesToRecordOutsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.audit.record("unit.registered", "unit:SWJ", ""));
	}

	@Test
	void keepsEntriesFromBeingChangedOrDeleted() {
		act("unit.registered", "unit:SWJ");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.update("update audit_entry set actor = 'nobody'"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.update("delete from audit_entry"));
	}

	@Test
	void verifiesAnUntouchedChain() {
		IntStream.range(0, 5).forEach((number) -> act("unit.registered", "unit:U" + number));
		assertThat(verify()).isEqualTo(new ChainState(5, 0, 0));
	}

	@Test
	void findsAnEntryThatWasChangedPastTheTrigger() {
		IntStream.range(0, 5).forEach((number) -> act("unit.registered", "unit:U" + number));
		tamper("update audit_entry set subject = 'unit:X' where id = 3");
		assertThat(verify()).isEqualTo(new ChainState(5, 3, 0));
	}

	@Test
	void findsAnEntryThatWasTakenOutPastTheTrigger() {
		IntStream.range(0, 5).forEach((number) -> act("unit.registered", "unit:U" + number));
		tamper("delete from audit_entry where id = 2");
		assertThat(verify()).isEqualTo(new ChainState(4, 2, 0));
	}

	@Test
	void keepsOneChainOfParallelActs() throws Exception {
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			List<Future<?>> acts = IntStream.range(0, 64)
				.<Future<?>>mapToObj((number) -> people.submit(() -> act("unit.registered", "unit:U" + number)))
				.toList();
			for (Future<?> act : acts) {
				act.get();
			}
		}
		assertThat(verify()).isEqualTo(new ChainState(64, 0, 0));
	}

	@Test
	void opensToAuditorsOnly() {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.office(() -> this.audit.entries(PageRequest.of(0, 20))));
	}

	private void act(String act, String subject) {
		As.office(() -> this.transactions.execute((status) -> {
			this.audit.record(act, subject, "");
			return true;
		}));
	}

	private ChainState verify() {
		return As.as("auditor1", () -> this.checks.verify(List.of()), "ROLE_AUDITOR");
	}

	private void tamper(String sql) {
		this.superuser.transactions().executeWithoutResult((status) -> {
			this.jdbc.execute("alter table audit_entry disable trigger audit_entry_append_only");
			this.jdbc.update(sql);
			this.jdbc.execute("alter table audit_entry enable trigger audit_entry_append_only");
		});
	}

}
