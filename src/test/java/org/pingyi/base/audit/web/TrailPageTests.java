package org.pingyi.base.audit.web;

import org.junit.jupiter.api.Test;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The auditor's page. */
@PingyiTest
class TrailPageTests {

	private final MockMvcTester mvc;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final Superuser superuser;

	TrailPageTests(MockMvcTester mvc, Audit audit, TransactionTemplate transactions, Superuser superuser) {
		this.mvc = mvc;
		this.audit = audit;
		this.transactions = transactions;
		this.superuser = superuser;
	}

	@Test
	void showsActsByTheirLabelInTheTimeOfTheCity() {
		act("unit.registered", "unit:SWJ");
		act("some.unlabelled", "thing:1");
		assertThat(this.mvc.get().uri("/audit/trail").with(auditor())).hasStatusOk()
			.bodyText()
			.contains("登记单位", "unit:SWJ", "2026-11-02 09:00:00", "some.unlabelled", "轨迹完整", "2 条");
	}

	@Test
	void findsAndPages() {
		for (int number = 1; number <= 60; number++) {
			act("unit.registered", "unit:U" + number);
		}
		assertThat(this.mvc.get().uri("/audit/trail").with(auditor())).bodyText().contains("第 1 / 2 页");
		assertThat(this.mvc.get().uri("/audit/trail?text=U59").with(auditor())).bodyText()
			.contains("unit:U59")
			.doesNotContain("unit:U58");
		assertThat(this.mvc.get().uri("/audit/trail?text=nothing").with(auditor())).bodyText().contains("没有符合条件的记录");
	}

	@Test
	void saysWhereTheChainIsBroken() {
		act("unit.registered", "unit:SWJ");
		act("unit.closed", "unit:SWJ");
		this.superuser.transactions().executeWithoutResult((status) -> {
			JdbcTemplate jdbc = this.superuser.jdbc();
			jdbc.execute("alter table audit_entry disable trigger audit_entry_append_only");
			jdbc.update("update audit_entry set actor = 'nobody' where id = 2");
			jdbc.execute("alter table audit_entry enable trigger audit_entry_append_only");
		});
		assertThat(this.mvc.get().uri("/audit/trail").with(auditor())).bodyText().contains("轨迹在第 2 条断开");
	}

	@Test
	void staysClosedToTheOffice() {
		assertThat(this.mvc.get().uri("/audit/trail").with(user("office1").roles("OFFICE")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void act(String act, String subject) {
		this.transactions.executeWithoutResult((status) -> this.audit.record(act, subject, ""));
	}

	private static RequestPostProcessor auditor() {
		return user("auditor1").roles("AUDITOR");
	}

}
