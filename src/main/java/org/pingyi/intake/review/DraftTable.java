package org.pingyi.intake.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what people marked so far; they end with the sign-off. */
@Repository
class DraftTable {

	private static final String SAVE = """
			insert into review_draft (invitation_id, unit_id, answers, opinion, may_forward, complete)
			values (?, ?, ?::jsonb, ?, ?, ?)
			on conflict (invitation_id, unit_id) do update set answers = excluded.answers,
				opinion = excluded.opinion, may_forward = excluded.may_forward, complete = excluded.complete
			""";

	private static final TypeReference<Map<String, Integer>> ANSWERS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DraftTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** What is marked, by number of the unit. */
	Map<Long, UnitAnswers> all(long invitation) {
		Map<Long, UnitAnswers> drafts = new HashMap<>();
		this.jdbc.sql("select * from review_draft where invitation_id = ?")
			.params(invitation)
			.query((ResultSet row) -> {
				drafts.put(row.getLong("unit_id"), answers(row));
			});
		return drafts;
	}

	void save(long invitation, long unit, UnitAnswers answers, boolean complete) {
		this.jdbc.sql(SAVE)
			.params(invitation, unit, this.json.writeValueAsString(answers.answers()), answers.opinion(),
					answers.mayForward(), complete)
			.update();
	}

	void delete(long invitation, long unit) {
		this.jdbc.sql("delete from review_draft where invitation_id = ? and unit_id = ?")
			.params(invitation, unit)
			.update();
	}

	void deleteAll(long invitation) {
		this.jdbc.sql("delete from review_draft where invitation_id = ?").params(invitation).update();
	}

	private UnitAnswers answers(ResultSet row) throws SQLException {
		return new UnitAnswers(this.json.readValue(row.getString("answers"), ANSWERS), row.getString("opinion"),
				row.getBoolean("may_forward"));
	}

}
