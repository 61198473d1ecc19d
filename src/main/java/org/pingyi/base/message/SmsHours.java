package org.pingyi.base.message;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts messages by the hour, over all nodes; the hour's budget is held here. */
@Repository
public class SmsHours {

	// One statement: the budget holds however many take at once.
	private static final String TAKE = """
			insert into vote_sms_hour as known (hour, taken) values (:hour, 1)
			on conflict (hour) do update set taken = known.taken + 1 where known.taken < :budget""";

	private static final String LEFT = """
			select :budget - coalesce((select taken from vote_sms_hour where hour = :hour), 0)
				- (select count(*) from vote_outbox)""";

	private static final String FAILED = """
			insert into vote_sms_failure (kind, failed_at) values (:kind, :at)
			on conflict (only_one) do update set kind = excluded.kind, failed_at = excluded.failed_at""";

	private final JdbcClient jdbc;

	private final int budget;

	private final Clock clock;

	SmsHours(JdbcClient jdbc, @Value("${pingyi.vote.sms-per-hour}") int budget, Clock clock) {
		this.jdbc = jdbc;
		this.budget = budget;
		this.clock = clock;
	}

	/** Takes one message out of the hour's budget; whether there was one. */
	public boolean take() {
		return this.budget > 0 && this.jdbc.sql(TAKE).param("hour", hour()).param("budget", this.budget).update() > 0;
	}

	public void giveBack() {
		this.jdbc.sql("update vote_sms_hour set taken = taken - 1 where hour = ?").param(hour()).update();
	}

	/** What is left of the hour's budget when every waiting order has its message. */
	public long left() {
		return this.jdbc.sql(LEFT).param("hour", hour()).param("budget", this.budget).query(Long.class).single();
	}

	public int budget() {
		return this.budget;
	}

	/** When the next budget begins. */
	public Instant next() {
		return hour().toInstant().plus(1, ChronoUnit.HOURS);
	}

	public void sent() {
		count("sent");
	}

	public void turnedAway() {
		count("turned_away");
	}

	public void failed(SmsFailed.Kind kind) {
		count(kind.unsure() ? "unsure" : "failed");
		this.jdbc.sql(FAILED).param("kind", kind.name()).param("at", OffsetDateTime.now(this.clock)).update();
	}

	private void count(String column) {
		this.jdbc.sql(
				"insert into vote_sms_hour as known (hour, %1$s) values (?, 1) on conflict (hour) do update set %1$s = known.%1$s + 1"
					.formatted(column))
			.param(hour())
			.update();
	}

	/** The latest hours in which anything happened, newest first. */
	List<SmsHour> latest(int hours) {
		return this.jdbc
			.sql("select hour, sent, failed, unsure, turned_away from vote_sms_hour order by hour desc limit ?")
			.param(hours)
			.query(SmsHour.class)
			.list();
	}

	Optional<SmsTrouble> lastFailure() {
		return this.jdbc.sql("select kind, failed_at from vote_sms_failure").query(SmsTrouble.class).optional();
	}

	public void forget(Instant before) {
		this.jdbc.sql("delete from vote_sms_hour where hour < ?").param(before.atOffset(ZoneOffset.UTC)).update();
	}

	private OffsetDateTime hour() {
		return OffsetDateTime.now(this.clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
	}

}
