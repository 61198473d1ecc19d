package org.pingyi.base.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the trail. */
@Repository
class Trail {

	/** Any number that no other advisory lock of this database uses. */
	private static final long LOCK = 0x70696e67796901L;

	private static final String MATCHES = """
			from audit_entry where :text = '' or position(lower(:text) in lower(actor)) > 0
			or position(lower(:text) in lower(act)) > 0 or position(lower(:text) in lower(subject)) > 0
			or position(lower(:text) in lower(detail)) > 0
			""";

	private final JdbcClient jdbc;

	Trail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes every other act wait until this transaction ends. A statement of its own:
	 * only a later statement sees what the one before us committed.
	 */
	void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> 1).single();
	}

	Optional<Link> last() {
		return this.jdbc.sql("select * from audit_entry order by id desc limit 1").query(Trail::link).optional();
	}

	void append(Link link) {
		Entry entry = link.entry();
		this.jdbc
			.sql("insert into audit_entry (id, at, actor, act, subject, detail, previous_hash, hash) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(entry.id(), entry.at().atOffset(ZoneOffset.UTC), entry.actor(), entry.act(), entry.subject(),
					entry.detail(), link.previous(), link.hash())
			.update();
	}

	List<Entry> page(String text, int limit, long offset) {
		return this.jdbc.sql("select * " + MATCHES + " order by id desc limit :limit offset :offset")
			.param("text", text)
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> entry(row))
			.list();
	}

	long count(String text) {
		return this.jdbc.sql("select count(*) " + MATCHES).param("text", text).query(Long.class).single();
	}

	/** Every entry in the chain's order, read as it comes; to be closed. */
	Stream<Link> all() {
		return this.jdbc.sql("select * from audit_entry order by id").withFetchSize(1000).query(Trail::link).stream();
	}

	private static Link link(ResultSet row, int number) throws SQLException {
		return new Link(entry(row), row.getBytes("previous_hash"), row.getBytes("hash"));
	}

	private static Entry entry(ResultSet row) throws SQLException {
		Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
		return new Entry(row.getLong("id"), at, row.getString("actor"), row.getString("act"), row.getString("subject"),
				row.getString("detail"));
	}

	/** An entry with the hashes that hold it in the chain. */
	record Link(Entry entry, byte[] previous, byte[] hash) {

		static Link of(byte[] previous, Entry entry) {
			return new Link(entry, previous, Chain.hash(previous, entry));
		}

		boolean follows(long id, byte[] before) {
			return this.entry.id() == id && Arrays.equals(this.previous, before)
					&& Arrays.equals(this.hash, Chain.hash(before, this.entry));
		}

	}

}
