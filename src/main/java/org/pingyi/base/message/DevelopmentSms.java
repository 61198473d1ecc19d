package org.pingyi.base.message;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gateway for trying Pingyi out: it sends nothing and keeps the messages of one day
 * for the desk to read.
 */
@Service
@ConditionalOnProperty(name = "pingyi.sms", havingValue = "development", matchIfMissing = true)
public class DevelopmentSms implements SmsGateway {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int SHOWN = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	DevelopmentSms(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "development";
	}

	@Override
	@Transactional
	public void send(Sms message) {
		OffsetDateTime now = OffsetDateTime.now(this.clock);
		this.jdbc.sql("delete from vote_sms where sent_at < ?").param(now.minus(KEPT)).update();
		this.jdbc.sql("insert into vote_sms (phone, text, sent_at) values (?, ?, ?)")
			.params(message.phone().digits(), message.text(), now)
			.update();
	}

	/** The latest messages, newest first. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public List<SentSms> latest() {
		return this.jdbc.sql("select phone, text, sent_at from vote_sms order by id desc limit ?")
			.param(SHOWN)
			.query(SentSms.class)
			.list();
	}

}
