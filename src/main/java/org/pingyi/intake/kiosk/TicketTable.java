package org.pingyi.intake.kiosk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.pingyi.intake.ballot.IssuedForms;
import org.pingyi.rules.scoring.Channel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of issued tickets. */
@Repository
class TicketTable {

	private final JdbcClient jdbc;

	TicketTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(String hash, long cycle, long tablet, boolean ownPhone, LocalDate day, OffsetDateTime validUntil) {
		this.jdbc
			.sql("insert into kiosk_ticket (ticket_hash, cycle_id, tablet_id, own_phone, issued_on, valid_until) "
					+ "values (?, ?, ?, ?, ?, ?)")
			.params(hash, cycle, tablet, ownPhone, day, validUntil)
			.update();
	}

	Optional<Row> byHash(String hash) {
		return this.jdbc.sql("select * from kiosk_ticket where ticket_hash = ?")
			.params(hash)
			.query(TicketTable::row)
			.optional();
	}

	/** How many tickets were issued about each unit. */
	List<IssuedForms> issued(long cycle, Channel channel) {
		return this.jdbc.sql("""
				select unit_id, count(*) forms from kiosk_ticket join kiosk_tablet t on t.id = tablet_id
				where cycle_id = ? group by unit_id
				""")
			.params(cycle)
			.query((row, number) -> new IssuedForms(row.getLong("unit_id"), channel.code(),
					channel.raterClasses().getFirst(), row.getLong("forms")))
			.list();
	}

	/** Marks a ticket as used and forgets its hour; whether it was unused before. */
	boolean use(String hash) {
		return this.jdbc
			.sql("update kiosk_ticket set used = true, valid_until = null where ticket_hash = ? and not used")
			.params(hash)
			.update() == 1;
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("ticket_hash"), row.getLong("cycle_id"), row.getLong("tablet_id"),
				row.getBoolean("own_phone"), row.getObject("valid_until", OffsetDateTime.class),
				row.getBoolean("used"));
	}

	/**
	 * An issued ticket.
	 *
	 * @param validUntil when it ends; null once used
	 */
	record Row(String hash, long cycle, long tablet, boolean ownPhone, @Nullable OffsetDateTime validUntil,
			boolean used) {
	}

}
