package org.pingyi.intake.vote.phone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes on their way; numbers and codes only as pseudonyms. */
@Repository
public class CodeTable {

	// One statement: two orders in the same moment still send one message.
	private static final String NOTE = """
			insert into vote_code as known (phone, code_mac, sent_at, sent_on, sent_today)
			values (:phone, :mac, :now, :today, 1)
			on conflict (phone) do update set code_mac = excluded.code_mac, sent_at = excluded.sent_at,
				sent_on = excluded.sent_on, tries = 0,
				sent_today = case when known.sent_on = excluded.sent_on then known.sent_today + 1 else 1 end
			where known.sent_at <= :notSince and (known.sent_on <> excluded.sent_on or known.sent_today < :perDay)""";

	private static final String TRY = """
			update vote_code set tries = tries + 1
			where phone = :phone and tries < :tries and sent_at > :notBefore returning code_mac""";

	private final JdbcClient jdbc;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	CodeTable(JdbcClient jdbc, Pseudonyms pseudonyms, Clock clock) {
		this.jdbc = jdbc;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	/** Notes a code as sent now; false within 60 seconds, or after five today. */
	boolean note(PhoneNumber phone, String code) {
		return this.jdbc.sql(NOTE)
			.param("phone", pseudonym(phone))
			.param("mac", mac(phone, code))
			.param("now", now())
			.param("today", today())
			.param("notSince", now().minus(PhoneCodes.BETWEEN))
			.param("perDay", PhoneCodes.PER_DAY)
			.update() > 0;
	}

	/** The code to compare with, while it may be tried; this counts as a wrong try. */
	Optional<String> tried(PhoneNumber phone) {
		return this.jdbc.sql(TRY)
			.param("phone", pseudonym(phone))
			.param("tries", PhoneCodes.TRIES)
			.param("notBefore", now().minus(PhoneCodes.VALID))
			.query(String.class)
			.optional();
	}

	/** The try was right, and does not count. */
	void untried(PhoneNumber phone) {
		this.jdbc.sql("update vote_code set tries = tries - 1 where phone = ?").param(pseudonym(phone)).update();
	}

	public void forgetOldDays() {
		this.jdbc.sql("delete from vote_code where sent_on < ?").param(today().minusDays(1)).update();
	}

	/** What stands for the number wherever it is stored. */
	public String pseudonym(PhoneNumber phone) {
		return this.pseudonyms.of("vote.phone", phone.digits());
	}

	String mac(PhoneNumber phone, String code) {
		return this.pseudonyms.of("vote.code", phone.digits() + ":" + code);
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
