package org.pingyi.intake.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;

import org.pingyi.intake.ballot.Pseudonyms;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes by SMS, with which people show that a mobile number is theirs. */
@Service
public class PhoneCodes {

	/** How long a code is valid. */
	static final Duration VALID = Duration.ofMinutes(5);

	static final Duration BETWEEN = Duration.ofSeconds(60);

	static final int PER_DAY = 5;

	static final int TRIES = 5;

	private static final int CODES = 1_000_000;

	// One statement: two requests in the same moment still send one message.
	private static final String RECORD = """
			insert into vote_code as known (phone, code_mac, sent_at, sent_on, sent_today)
			values (:phone, :mac, :now, :today, 1)
			on conflict (phone) do update set code_mac = excluded.code_mac, sent_at = excluded.sent_at,
				sent_on = excluded.sent_on, tries = 0,
				sent_today = case when known.sent_on = excluded.sent_on then known.sent_today + 1 else 1 end
			where known.sent_at <= :notSince and (known.sent_on <> excluded.sent_on or known.sent_today < :perDay)""";

	private static final String TRY = """
			update vote_code set tries = tries + 1
			where phone = :phone and tries < :tries and sent_at > :notBefore returning code_mac""";

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Pseudonyms pseudonyms;

	private final SmsGateway gateway;

	private final MessageSource messages;

	private final Clock clock;

	PhoneCodes(JdbcClient jdbc, Pseudonyms pseudonyms, SmsGateway gateway, MessageSource messages, Clock clock) {
		this.jdbc = jdbc;
		this.pseudonyms = pseudonyms;
		this.gateway = gateway;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Sends a code, unless one went out within 60 seconds or five today; the caller
	 * learns no difference, so that nobody can ask whether a number is known.
	 */
	@Transactional
	public void send(PhoneNumber phone) {
		forgetOldDays();
		String code = String.format(Locale.ROOT, "%06d", this.random.nextInt(CODES));
		if (record(phone, code)) {
			this.gateway.send(phone, this.messages.getMessage("vote.sms",
					new Object[] { code, String.valueOf(VALID.toMinutes()) }, LocaleContextHolder.getLocale()));
		}
	}

	/**
	 * Whether the code is the one sent last, not older than five minutes and not tried
	 * wrong five times. A right code may be sent again until then: the answer to the
	 * first may have been lost.
	 */
	@Transactional
	public boolean confirm(PhoneNumber phone, String code) {
		boolean right = this.jdbc.sql(TRY)
			.param("phone", pseudonym(phone))
			.param("tries", TRIES)
			.param("notBefore", now().minus(VALID))
			.query(String.class)
			.optional()
			.filter((mac) -> same(mac, mac(phone, code.strip())))
			.isPresent();
		if (right) {
			this.jdbc.sql("update vote_code set tries = tries - 1 where phone = ?").param(pseudonym(phone)).update();
		}
		return right;
	}

	/** What stands for the number wherever it is stored. */
	String pseudonym(PhoneNumber phone) {
		return this.pseudonyms.of("vote.phone", phone.digits());
	}

	private void forgetOldDays() {
		this.jdbc.sql("delete from vote_code where sent_on < ?").param(today().minusDays(1)).update();
	}

	private boolean record(PhoneNumber phone, String code) {
		return this.jdbc.sql(RECORD)
			.param("phone", pseudonym(phone))
			.param("mac", mac(phone, code))
			.param("now", now())
			.param("today", today())
			.param("notSince", now().minus(BETWEEN))
			.param("perDay", PER_DAY)
			.update() > 0;
	}

	private String mac(PhoneNumber phone, String code) {
		return this.pseudonyms.of("vote.code", phone.digits() + ":" + code);
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
