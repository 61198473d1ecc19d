package org.pingyi.intake.vote.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pingyi.base.secret.Pseudonyms;

import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of batches and of their codes. */
@Repository
class BatchTable {

	private static final String SELECT = """
			select b.*, (select count(*) from vote_printed p where p.batch_id = b.id and p.used) used
			from vote_batch b
			""";

	private static final String USE = """
			update vote_printed p set used = true from vote_batch b
			where p.code_mac = ? and b.id = p.batch_id and b.cycle_id = ? and (p.used or b.withdrawn_at is null)""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Pseudonyms pseudonyms;

	private final Clock clock;

	BatchTable(JdbcClient jdbc, JdbcTemplate batches, Pseudonyms pseudonyms, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.pseudonyms = pseudonyms;
		this.clock = clock;
	}

	long add(long cycle, NewBatch batch, String maker, Collection<PrintedCode> codes) {
		long id = this.jdbc
			.sql("insert into vote_batch (cycle_id, name, audience, rater_class, issued, made_by, made_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?) returning id")
			.params(cycle, batch.name(), batch.audience(), batch.raterClass(), codes.size(), maker, now())
			.query(Long.class)
			.single();
		// In the order of their hashes: the order on paper is nobody's business.
		this.batches.batchUpdate("insert into vote_printed (code_mac, batch_id) values (?, ?)",
				codes.stream().map(this::mac).sorted().map((mac) -> new Object[] { mac, id }).toList());
		return id;
	}

	Optional<CodeBatch> byId(long id) {
		return this.jdbc.sql(SELECT + "where b.id = ?").param(id).query(BatchTable::batch).optional();
	}

	/** The batch of a code. */
	Optional<CodeBatch> of(String mac) {
		return this.jdbc.sql(SELECT + "where b.id = (select batch_id from vote_printed where code_mac = ?)")
			.param(mac)
			.query(BatchTable::batch)
			.optional();
	}

	List<CodeBatch> page(long cycle, Pageable page) {
		return this.jdbc.sql(SELECT + "where b.cycle_id = ? order by b.id desc limit ? offset ?")
			.params(cycle, page.getPageSize(), page.getOffset())
			.query(BatchTable::batch)
			.list();
	}

	long count(long cycle) {
		return this.jdbc.sql("select count(*) from vote_batch where cycle_id = ?")
			.param(cycle)
			.query(Long.class)
			.single();
	}

	/** Marks a code as used; false when it is unknown, withdrawn or of another year. */
	boolean use(String mac, long cycle) {
		return this.jdbc.sql(USE).params(mac, cycle).update() == 1;
	}

	boolean withdraw(long id, String who) {
		return this.jdbc
			.sql("update vote_batch set withdrawn_by = ?, withdrawn_at = ? where id = ? and withdrawn_at is null")
			.params(who, now(), id)
			.update() == 1;
	}

	/** Which of these hashes belong to a batch. */
	Set<String> known(long id, Collection<String> macs) {
		return this.jdbc.sql("select code_mac from vote_printed where batch_id = :id and code_mac = any(:macs)")
			.param("id", id)
			.param("macs", macs.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	String mac(PrintedCode code) {
		return this.pseudonyms.of("vote.printed", code.signs());
	}

	private OffsetDateTime now() {
		return OffsetDateTime.now(this.clock);
	}

	private static CodeBatch batch(ResultSet row, int number) throws SQLException {
		OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
		return new CodeBatch(row.getLong("id"), row.getLong("cycle_id"), row.getString("name"),
				row.getString("audience"), row.getString("rater_class"), row.getInt("issued"), row.getInt("used"),
				row.getString("made_by"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
				(withdrawn != null) ? withdrawn.toInstant() : null);
	}

}
