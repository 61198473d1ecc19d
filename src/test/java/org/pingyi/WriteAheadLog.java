package org.pingyi;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database's write-ahead log as whoever kept it reads it, record by record
 * (pg_walinspect, which comes with PostgreSQL).
 */
public final class WriteAheadLog {

	private static final String DELETED = """
			select format('(%s,%s)', relblocknumber, substring(description from 'off: (\\d+)'))
			from wal.pg_get_wal_block_info(?::pg_lsn, pg_current_wal_flush_lsn(), false)
			where resource_manager = 'Heap' and record_type = 'DELETE' and relfilenode = pg_relation_filenode(?::regclass)
				and reldatabase = (select oid from pg_database where datname = current_database())
			order by start_lsn""";

	private final JdbcTemplate jdbc;

	public WriteAheadLog(Superuser superuser) {
		this.jdbc = superuser.jdbc();
		this.jdbc.execute("create schema if not exists wal; create extension if not exists pg_walinspect schema wal");
	}

	/** Where it ends at this moment. */
	public String end() {
		String end = this.jdbc.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
		flush();
		return end;
	}

	/**
	 * The places (ctid) of the rows that were deleted from a table since then, in order.
	 */
	public List<String> deleted(String table, String since) {
		flush();
		return this.jdbc.queryForList(DELETED, String.class, since, table);
	}

	/**
	 * Adds a record, so that there is one to read, and writes all of them to the disk.
	 */
	private void flush() {
		this.jdbc.queryForList("select pg_logical_emit_message(false, 'pingyi', '', true)");
	}

}
