package org.pingyi.base.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import org.postgresql.PGConnection;

/**
 * Makes a trail as long as that of a big city. In bulk: an act takes a transaction of its
 * own, one after the other, which a year has time for and a benchmark has not.
 */
public final class TrailFill {

	private static final int AT_ONCE = 10_000;

	private TrailFill() {
	}

	/** Appends acts until there are so many. */
	public static void upTo(Connection connection, long entries) throws SQLException, IOException {
		long last;
		byte[] hash;
		try (Statement statement = connection.createStatement();
				ResultSet result = statement
					.executeQuery("select id, hash from audit_entry order by id desc limit 1")) {
			result.next();
			last = result.getLong(1);
			hash = result.getBytes(2);
		}
		while (last < entries) {
			StringBuilder rows = new StringBuilder();
			long end = Math.min(last + AT_ONCE, entries);
			while (last < end) {
				ChainedEntry link = ChainedEntry.of(hash, entry(++last));
				rows.append(row(link));
				hash = link.hash();
			}
			copy(connection, new StringReader(rows.toString()));
		}
	}

	private static Entry entry(long id) {
		Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
		return (id % 3 == 0) ? new Entry(id, at, "office2", "adjustment.approved", "adjustment:" + id, "")
				: new Entry(id, at, "office1", "ballot.opinionsRead", "cycle:big", "unit:" + id % 1000);
	}

	private static String row(ChainedEntry link) {
		Entry entry = link.entry();
		HexFormat hex = HexFormat.of();
		return String.join("\t", String.valueOf(entry.id()), entry.at().toString(), entry.actor(), entry.act(),
				entry.subject(), entry.detail(), "\\\\x" + hex.formatHex(link.previous()),
				"\\\\x" + hex.formatHex(link.hash())) + "\n";
	}

	private static void copy(Connection connection, Reader rows) throws SQLException, IOException {
		connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy audit_entry (id, at, actor, act, subject, detail, previous_hash, hash) from stdin", rows);
	}

}
