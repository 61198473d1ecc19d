package org.pingyi.intake.review;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.audit.ChainedEntry;
import org.pingyi.base.audit.Entry;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever reads the whole database or the trail learns the day on which somebody signed
 * off, and no time to set beside the ballots.
 */
@PingyiTest
class SignOffTracesTests {

	private final SignOffTrail trail;

	private final ReviewSamples samples;

	private final CycleSamples cycles;

	private final Audit audit;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private final TestClock clock;

	SignOffTracesTests(SignOffTrail trail, ReviewSamples samples, CycleSamples cycles, Audit audit, JdbcTemplate jdbc,
			TransactionTemplate transactions, TestClock clock) {
		this.trail = trail;
		this.samples = samples;
		this.cycles = cycles;
		this.audit = audit;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Test
	void keepsNoTimeOfASignOff() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		this.clock.advance(Duration.ofMinutes(17).plusSeconds(23));
		signOff(leader);
		assertThat(rowsWith(":17:23")).isEmpty();
		assertThat(datedTransactions(leader.id())).isEmpty();
	}

	/** The positive control: an entry in the transaction of the sign-off is found out. */
	@Test
	void findsTheTimeWhereTheTrailNamesTheSheetAtOnce() {
		IssuedInvitation leader = this.samples.leader(this.cycles.opened().id());
		this.clock.advance(Duration.ofMinutes(17).plusSeconds(23));
		this.transactions.executeWithoutResult((status) -> {
			signOff(leader);
			this.audit.record("review.signedOff", "invitation:" + leader.id(), "5/5");
		});
		assertThat(rowsWith(":17:23")).containsExactly("audit_entry");
		assertThat(datedTransactions(leader.id())).containsExactly("invitation:" + leader.id());
	}

	@Test
	void namesTheSignedSheetsAtTheCloseInAnOrderThatTellsNothing() {
		Cycle cycle = this.cycles.opened();
		List<IssuedInvitation> people = new ArrayList<>();
		for (String name : List.of("王主任", "李主任", "陈主任", "周主任")) {
			people.add(this.samples.invited(cycle.id(), "LEADER", name));
		}
		this.clock.moveTo(LocalDate.of(2026, 11, 5));
		signOff(people.get(2));
		signOff(people.get(0));
		this.clock.moveTo(LocalDate.of(2026, 11, 9));
		signOff(people.get(1));
		assertThat(signedOff()).isEmpty();
		this.cycles.close(cycle);
		assertThat(signedOff()).extracting((entry) -> entry.subject() + " " + entry.detail())
			.containsExactly(subject(people.get(0)) + " 2026-11-05", subject(people.get(1)) + " 2026-11-09",
					subject(people.get(2)) + " 2026-11-05");
		this.trail.run(cycle.id());
		assertThat(signedOff()).as("once, however often the close goes on").hasSize(3);
		assertThat(signedOff()).extracting(Entry::at).containsOnly(this.clock.instant());
		assertThat(signedOff()).extracting(Entry::actor).as("who signed, not who closed").containsOnly("public");
	}

	private void signOff(IssuedInvitation person) {
		this.samples.signedOff(person.token(), 1);
	}

	private static String subject(IssuedInvitation person) {
		return "invitation:" + person.id();
	}

	/** What the auditor's files say of sign-offs. */
	private List<Entry> signedOff() {
		List<Entry> entries = new ArrayList<>();
		return As.as("auditor1", () -> {
			this.audit.export((link) -> add(link, entries));
			return entries;
		}, "ROLE_AUDITOR");
	}

	private static void add(ChainedEntry link, List<Entry> entries) {
		if (link.entry().act().equals("review.signedOff")) {
			entries.add(link.entry());
		}
	}

	private List<String> rowsWith(String text) {
		return this.jdbc
			.queryForList("select tablename from pg_tables where schemaname = 'public'"
					+ " and tablename <> 'flyway_schema_history'", String.class)
			.stream()
			.filter((table) -> this.jdbc.queryForObject(
					"select exists (select 1 from " + table + " t where strpos(t::text, ?) > 0)", Boolean.class, text))
			.toList();
	}

	/** Entries of the trail that share their transaction with the state of a sheet. */
	private List<String> datedTransactions(long invitation) {
		return this.jdbc.queryForList("""
				select a.subject from audit_entry a join review_invitation i on a.xmin = i.xmin
				where i.id = ? and i.signed_on is not null""", String.class, invitation);
	}

}
