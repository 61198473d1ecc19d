package org.pingyi.intake.adjustment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of figures; they are appended, and decided once. */
@Repository
class FigureStore {

	private final JdbcClient jdbc;

	FigureStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(long cycle, NewFigure figure, String by, Instant at) {
		return this.jdbc.sql("""
				insert into adjustment_figure (cycle_id, unit_id, figure_key, value, document, proposed_by, proposed_at)
				values (?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(cycle, figure.unit(), figure.key(), figure.value(), figure.document(), by, Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	/** How many of these were still undecided, in this cycle, and are decided now. */
	int decide(long cycle, List<Long> ids, Adjustment.State state, String by, Instant at) {
		return this.jdbc.sql("""
				update adjustment_figure set state = :state, decided_by = :by, decided_at = :at
				where cycle_id = :cycle and state = 'PROPOSED' and id in (
					select id from adjustment_figure where id in (:ids) order by id for update)
				""")
			.param("state", state.name())
			.param("by", by)
			.param("at", Timestamp.from(at))
			.param("cycle", cycle)
			.param("ids", ids)
			.update();
	}

	/** The latest approved of each unit and figure. */
	List<FigureEntry> approved(long cycle) {
		return list("""
				select distinct on (unit_id, figure_key) * from adjustment_figure
				where cycle_id = ? and state = 'APPROVED' order by unit_id, figure_key, id desc
				""", cycle);
	}

	/** What nobody decided yet, oldest first. */
	List<FigureEntry> waiting(long cycle) {
		return list("select * from adjustment_figure where cycle_id = ? and state = 'PROPOSED' order by id", cycle);
	}

	private List<FigureEntry> list(String sql, long cycle) {
		return this.jdbc.sql(sql).param(cycle).query(FigureStore::read).list();
	}

	private static FigureEntry read(ResultSet row, int number) throws SQLException {
		NewFigure figure = new NewFigure(row.getLong("unit_id"), row.getString("figure_key"),
				row.getBigDecimal("value"), row.getString("document"));
		return new FigureEntry(row.getLong("id"), row.getLong("cycle_id"), figure,
				Adjustment.State.valueOf(row.getString("state")), row.getString("proposed_by"),
				row.getTimestamp("proposed_at").toInstant(), row.getString("decided_by"));
	}

}
