package org.pingyi.intake.adjustment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of adjustments and of the decisions about them. */
@Repository
class AdjustmentStore {

	private static final String INSERT = """
			insert into adjustment_adjustment (cycle_id, unit_id, kind, rule, document, happened_on, cause, handling,
				reason, source, quantity, proposed_by, proposed_at)
			values (:cycle, :unit, :kind, :rule, :document, :happenedOn, :cause, :handling, :reason, :source, :quantity, :by, :at)
			on conflict do nothing returning id
			""";

	private static final String FILTER = """
			from adjustment_adjustment where cycle_id = :cycle
				and (cast(:kind as text) is null or kind = :kind)
				and (cast(:state as text) is null or state = :state)
				and (cast(:unit as bigint) is null or unit_id = :unit)
			""";

	private final JdbcClient jdbc;

	AdjustmentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Empty when the source is standing already. */
	Optional<Long> insert(Kind kind, Proposal proposal, String by, Instant at) {
		return this.jdbc.sql(INSERT)
			.param("cycle", proposal.cycle())
			.param("unit", proposal.unit())
			.param("kind", kind.name())
			.param("rule", proposal.rule())
			.param("document", proposal.document())
			.param("happenedOn", proposal.happenedOn())
			.param("cause", proposal.cause())
			.param("handling", proposal.handling())
			.param("reason", proposal.reason())
			.param("source", proposal.source())
			.param("quantity", proposal.quantity())
			.param("by", by)
			.param("at", Timestamp.from(at))
			.query(Long.class)
			.optional();
	}

	/**
	 * Whether the proposal was still undecided: of two deciders the row lets one through.
	 */
	boolean decide(long adjustment, Decision decision) {
		return this.jdbc.sql("""
				update adjustment_adjustment set state = :state, decided_by = :by, decided_at = :at, remark = :remark
				where id = :id and state = 'PROPOSED'
				""")
			.param("state", decision.state().name())
			.param("by", decision.by())
			.param("at", Timestamp.from(decision.at()))
			.param("remark", decision.remark())
			.param("id", adjustment)
			.update() == 1;
	}

	void append(long adjustment, Decision decision) {
		this.jdbc.sql("""
				insert into adjustment_decision (adjustment_id, state, decided_by, decided_at, remark)
				values (?, ?, ?, ?, ?)
				""")
			.params(adjustment, decision.state().name(), decision.by(), Timestamp.from(decision.at()),
					decision.remark())
			.update();
	}

	List<Decision> decisions(long adjustment) {
		return this.jdbc.sql("select * from adjustment_decision where adjustment_id = ? order by id")
			.param(adjustment)
			.query((row, number) -> new Decision(Adjustment.State.valueOf(row.getString("state")),
					row.getString("decided_by"), row.getTimestamp("decided_at").toInstant(), row.getString("remark")))
			.list();
	}

	Optional<Adjustment> find(long id) {
		return this.jdbc.sql("select * from adjustment_adjustment where id = ?")
			.param(id)
			.query(AdjustmentStore::read)
			.optional();
	}

	List<Adjustment> approved(long cycle) {
		return this.jdbc
			.sql("select * from adjustment_adjustment where cycle_id = ? and state = 'APPROVED' order by unit_id, id")
			.param(cycle)
			.query(AdjustmentStore::read)
			.list();
	}

	List<Adjustment> of(long cycle, long unit) {
		return this.jdbc.sql("select * from adjustment_adjustment where cycle_id = ? and unit_id = ? order by id")
			.params(cycle, unit)
			.query(AdjustmentStore::read)
			.list();
	}

	/** The proposals that somebody else than the reader made, oldest first. */
	Page<Adjustment> waitingFor(String reader, long cycle, Pageable page) {
		String from = "from adjustment_adjustment where cycle_id = :cycle and state = 'PROPOSED' and proposed_by <> :reader ";
		return page(page, from, "order by id ",
				(sql) -> this.jdbc.sql(sql).param("cycle", cycle).param("reader", reader));
	}

	Page<Adjustment> search(long cycle, AdjustmentFilter filter, Pageable page) {
		return page(page, FILTER, "order by id desc ",
				(sql) -> this.jdbc.sql(sql)
					.param("cycle", cycle)
					.param("kind", name(filter.kind()))
					.param("state", name(filter.state()))
					.param("unit", filter.unit()));
	}

	private static Page<Adjustment> page(Pageable page, String from, String order,
			java.util.function.Function<String, JdbcClient.StatementSpec> ask) {
		long total = ask.apply("select count(*) " + from).query(Long.class).single();
		List<Adjustment> rows = ask.apply("select * " + from + order + "limit :limit offset :offset")
			.param("limit", page.getPageSize())
			.param("offset", page.getOffset())
			.query(AdjustmentStore::read)
			.list();
		return new PageImpl<>(rows, page, total);
	}

	private static Adjustment read(ResultSet row, int number) throws SQLException {
		return new Adjustment(row.getLong("id"), Kind.valueOf(row.getString("kind")), proposal(row),
				Adjustment.State.valueOf(row.getString("state")), row.getString("proposed_by"),
				row.getTimestamp("proposed_at").toInstant(), row.getString("decided_by"),
				instant(row.getTimestamp("decided_at")), row.getString("remark"));
	}

	private static Proposal proposal(ResultSet row) throws SQLException {
		return new Proposal(row.getLong("cycle_id"), row.getLong("unit_id"), row.getString("rule"),
				row.getString("document"), row.getDate("happened_on").toLocalDate(), row.getString("cause"),
				row.getString("handling"), row.getString("reason"), row.getString("source"), row.getLong("quantity"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	private static @Nullable String name(@Nullable Enum<?> value) {
		return (value != null) ? value.name() : null;
	}

}
