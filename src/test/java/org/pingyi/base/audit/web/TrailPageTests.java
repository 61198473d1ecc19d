package org.pingyi.base.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.PingyiTest;
import org.pingyi.StatementCounter;
import org.pingyi.Superuser;
import org.pingyi.base.audit.Audit;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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

	private final MessageSource messages;

	private final StatementCounter counter;

	TrailPageTests(MockMvcTester mvc, Audit audit, TransactionTemplate transactions, Superuser superuser,
			MessageSource messages, StatementCounter counter) {
		this.messages = messages;
		this.counter = counter;
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
	void goesOnToEarlierEntries() {
		for (int number = 1; number <= 60; number++) {
			act("unit.registered", "unit:U" + number);
		}
		assertThat(search("unit:U", "zh")).contains("unit:U60", "unit:U11", "before=11").doesNotContain("unit:U10<");
		assertThat(this.mvc.get().uri("/audit/trail?text=unit:U&before=11").with(auditor())).hasStatusOk()
			.bodyText()
			.contains("unit:U10", "unit:U1<")
			.doesNotContain("unit:U11", "rel=\"next\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void findsTheWordsThatItShows(String language) {
		act("unit.registered", "unit:SWJ");
		act("unit.closed", "unit:JYJ");
		Locale locale = Locale.of(language);
		String words = this.messages.getMessage("audit.act.unit.registered", null, locale);
		assertThat(search(words.toUpperCase(Locale.ROOT), language)).contains("unit:SWJ").doesNotContain("unit:JYJ");
		assertThat(search("unit.registered", language)).contains("unit:SWJ").doesNotContain("unit:JYJ");
		String stranger = this.messages.getMessage("audit.actor.public", null, locale);
		assertThat(search(stranger, language)).contains("unit:SWJ", "unit:JYJ");
		assertThat(this.counter.of(() -> search(words, language)))
			.hasSizeLessThanOrEqualTo(this.counter.of(() -> search("", language)).size() + 2);
	}

	private String search(String text, String language) {
		MvcTestResult page = this.mvc.get()
			.uri("/audit/trail")
			.param("text", text)
			.param("lang", language)
			.with(auditor())
			.exchange();
		assertThat(page).hasStatusOk();
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
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
